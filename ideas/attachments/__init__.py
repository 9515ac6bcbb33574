"""Files as the house keeps them; the room that attaches one decides who may read it."""
