"""What linking and reconciling both need to know of a claim: its names, event, parties and roles, made comparable.

A frame is computed from claims alone; the stages above share it without knowing one another.
"""
