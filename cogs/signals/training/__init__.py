"""How the model is made and measured. Never loaded by the running bot; torch stays in here."""
