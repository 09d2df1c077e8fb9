"""What the examples of the integration guide use of the package requests."""
import json as _json
import urllib.error
import urllib.request


class Response:
    def __init__(self, status_code, text):
        self.status_code = status_code
        self.text = text


def post(url, json=None, headers=None):
    body = _json.dumps(json).encode()
    request = urllib.request.Request(url, data=body, headers=headers or {}, method="POST")
    try:
        with urllib.request.urlopen(request) as answer:
            return Response(answer.status, answer.read().decode())
    except urllib.error.HTTPError as answer:
        return Response(answer.code, answer.read().decode())
