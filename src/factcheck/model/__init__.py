"""The values that flow between the stages: frozen, slotted, picklable, and nothing but the standard library."""
