"""How alerts reach people and programs: signed webhooks, and digests by e-mail."""
