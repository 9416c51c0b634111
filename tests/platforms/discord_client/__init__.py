"""What the bot sends and hears on Discord, through the real discord.py."""
