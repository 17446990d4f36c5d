/**
 * Every spelling under which a secret may turn up in a log: raw,
 * percent-encoded, JSON-escaped, each line of a multi-line value, and, with a
 * user name, base64 of `user:secret` as an `Authorization: Basic` header has
 * it (RFC 7617). Longest first, so that a masker replaces the whole before a part.
 */
export function forms(secret: string, user?: string, password?: string): readonly string[] {
  const found = new Set<string>();
  for (const value of [secret, ...secret.split(/\r?\n/)].map((one) => one.toWellFormed())) {
    if (value.trim() === "") continue;
    found.add(value);
    found.add(encodeURI(value));
    for (const encoded of [encodeURIComponent(value), strictlyEncoded(value), strictlyEncoded(value).replaceAll("%2F", "/")]) {
      found.add(encoded);
      found.add(encoded.replace(/%[0-9A-F]{2}/g, (triple) => triple.toLowerCase()));
    }
    found.add(JSON.stringify(value).slice(1, -1));
    found.add(asciiJson(value));
    found.add(base64(value));
  }
  if (user !== undefined) found.add(base64(`${user}:${secret}`));
  if (password !== undefined) found.add(base64(`${secret}:${password}`));
  return [...found].filter((form) => form !== "").sort((a, b) => b.length - a.length);
}

export function base64(value: string): string {
  return Buffer.from(value, "utf8").toString("base64");
}

/** RFC 3986: all but the unreserved characters, as Python's `urllib.parse.quote(…, safe="")` has it. */
function strictlyEncoded(value: string): string {
  return encodeURIComponent(value).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** As Python's `json.dumps` escapes by default: nothing but ASCII. */
function asciiJson(value: string): string {
  return JSON.stringify(value)
    .slice(1, -1)
    .replace(/[\u0080-\uffff]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
