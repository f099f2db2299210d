"""Servers: addresses, keys, deadlines."""

WORDS = {
    "bad_address": "“{address}” is no server address. It looks like http://127.0.0.1:7860 or https://api.openai.com/v1.",
    "forbidden_address": "Necut does not call “{address}”: it belongs to the machine's own services. "
    "For a server on this computer write 127.0.0.1.",
    "plain_http": "“{address}” would receive your key unencrypted. Write its address with https://.",
    "unknown_host": "No server called “{address}” was found. Check the spelling, and whether this computer is online.",
    "unreachable": "{address} does not answer. Check that the server runs, and that its address in Connect is right.",
    "late": "{address} did not finish within {seconds} seconds. Try again, or use a faster server or model.",
    "refused": "{address} answered with error {status}: {reason}",
    "redirect": "{address} points to another address. Enter that one in Connect.",
    "not_json": "Something answers at {address}, but it is not the server that Necut expects. Check address and port.",
    "too_long": "{address} sent more than Necut accepts.",
    "broken_picture": "{address} sent a picture that cannot be read. Try again.",
    "flat_picture": "The picture came out as one flat shade, so it was not kept. "
    "Another sampler, a lower CFG scale or another VAE may help.",
    "no_key": "OpenAI needs a key: enter one in Connect, or set OPENAI_API_KEY.",
    "wrong_key": "{address} does not accept the key. Enter the right one in Connect.",
    "key_wanted": "{address} asks for a key. Enter it in Connect.",
    "not_openai": "{address} answers, but not like an OpenAI-compatible server. Its address often ends in /v1.",
    "no_model": "{address} has no model “{model}”. It has: {known}.",
    "ok": "{address} answers and offers {count} models.",
    "ok_unlisted": "{address} answers. It does not list its models, so the name was not checked.",
}
