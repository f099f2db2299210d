"""The recipes that make what lies in `models/`.

Each model is one file here and one command, `python -m training.NAME --size smoke|cpu|full --out FOLDER`.
Every command may be stopped at any moment and run again: it goes on where it was. `docs/training.md` says
which commands to run on which machine and how long they take.

Read it in this order: `scenes` and `captions` (what is shown, and in which words), `pictures` (drawing
them ahead), `visible` (what a picture really shows), `loop` (one resumable training loop for all), then
the recipes: `prompts`, `recogniser`, `decoder`, `painter`, `few_step`, `style`, `negative`. `measure`
judges what came out, `card` writes it down.
"""
