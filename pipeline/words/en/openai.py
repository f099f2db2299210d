"""The artist that asks an image server."""

WORDS = {
    "no_key": "To have pictures painted OpenAI needs a key. Enter one in Connect or set OPENAI_API_KEY.",
    "ready": "{model} at {address} paints.",
    "turned_down": "The server at {address} would not draw this panel by its rules: {reason} Change the prompt and try again.",
    "no_credit": "The account at {address} has no credit left. Look into its billing or choose another artist.",
    "not_allowed": "This key may not use {model} at {address}: {reason}",
    "no_model": "The server at {address} has no image model “{model}”. Choose another image model in Connect.",
    "busy": "The server at {address} is busy. Press again in a while; Necut does not resend by itself, so nothing is charged twice.",
    "failed": "The server at {address} failed with error {status}: {reason} It may have charged, so the request was not sent again.",
    "late": "The server at {address} sent no picture within {seconds} seconds. It may have charged, so the request was not sent again.",
    "lost": "The connection to {address} broke while the picture was awaited. It may have been charged, so the request was not sent again.",
    "bad_answer": "The answer of {address} cannot be read. It may have charged, so the request was not sent again.",
    "no_picture": "The answer of {address} holds no picture. See in Connect whether the model makes pictures.",
    "not_fetched": "The server at {address} made the picture, but it could not be fetched: {error}",
    "rewritten": "The server has drawn these words instead: {words}",
    "cost": "Pictures by {model}: {count}, for {cost} ({price} each).",
    "unpriced": "Pictures by {model}: {count}; the server sets the price. Enter a price per picture in Connect to see it here beforehand.",
}
