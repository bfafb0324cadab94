const MASK = "[secret]";

/** A shorter secret occurs in any text by chance, so that masking it would tell it. */
const SHORTEST_MASKABLE = 4;

/** Takes secrets out of a text. `clean` also makes it fit for people. */
export type Masking = Pick<Redactor, "mask" | "clean">;

/** Servers and proxies may echo what they were sent, so every text of theirs passes through here before it is shown. */
export class Redactor {
  readonly #forms = new Set<string>();
  #quotesNothing = false;

  add(secret: string): void {
    if (secret === "") {
      return;
    }
    if (secret.length < SHORTEST_MASKABLE) {
      this.#quotesNothing = true;
      return;
    }
    for (const form of formsOf(secret)) {
      this.#forms.add(form);
    }
  }

  /** The text for people: without secrets, on one line, of bounded length. */
  clean(text: string): string {
    return onOneLine(this.mask(text));
  }

  /** The text without secrets. */
  mask(text: string): string {
    if (this.#quotesNothing) {
      return text === "" ? "" : "[not shown]";
    }
    const longestFirst = [...this.#forms].sort((a, b) => b.length - a.length);
    const masked = longestFirst.reduce((rest, form) => rest.replaceAll(form, MASK), text);
    return masked.replace(/\bBearer\s+[^\s"',]+/gi, `Bearer ${MASK}`).replace(JWT, MASK);
  }
}

/** Also a token that is not ours. */
const JWT = /\beyJ[\w-]{5,}\.[\w-]+\.[\w-]*/g;

/** Control characters could steer the terminal that the message is printed on. */
function onOneLine(text: string): string {
  const line = text.replace(/[\p{Cc}\p{Cf}\s]+/gu, " ").trim();
  return line.length > 500 ? `${line.slice(0, 500)}…` : line;
}

/** A secret as it may be echoed; what is too short to be told from other texts is left out. */
export function formsOf(secret: string): string[] {
  const wellFormed = Buffer.from(secret).toString();
  const encoded = encodeURIComponent(wellFormed);
  return [
    wellFormed,
    JSON.stringify(wellFormed).slice(1, -1),
    encoded,
    inLowerCaseHex(encoded),
    new URLSearchParams({ it: wellFormed }).toString().slice("it=".length),
    Buffer.from(wellFormed).toString("hex"),
    ...inBase64(wellFormed),
    ...inHtml(wellFormed),
  ].filter((form) => form.length >= SHORTEST_MASKABLE);
}

/** Each way in which servers write a text into a page. */
function inHtml(secret: string): string[] {
  const tags = secret.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  const marks = [...new Set(otherLettersInHtml.map((escape) => tags.replace(/\P{ASCII}/gu, escape)))];
  const quoted = marks
    .flatMap((it) => withEach(it, '"', ["&quot;", "&#34;", "&#x22;"]))
    .flatMap((it) => withEach(it, "'", ["'", "&#39;", "&#x27;", "&apos;"]));
  const slashes = quoted.flatMap((it) => withEach(it, "/", ["&#x2F;"]));
  const everything = otherLettersInHtml.map((escape) => secret.replace(/[^\p{L}\p{N}]|\P{ASCII}/gu, escape));
  return [...new Set([...marks, ...quoted, ...slashes, ...everything])].filter((form) => form !== secret);
}

const otherLettersInHtml: readonly ((other: string) => string)[] = [
  (other) => other,
  (other) => namedInHtml[other] ?? other,
  (other) => `&#${String(other.codePointAt(0))};`,
  (other) => `&#x${(other.codePointAt(0) ?? 0).toString(16)};`,
  (other) => `&#x${(other.codePointAt(0) ?? 0).toString(16).toUpperCase()};`,
];

/** The text once with each form of the sign. */
function withEach(text: string, sign: string, forms: readonly string[]): string[] {
  return text.includes(sign) ? forms.map((form) => text.replaceAll(sign, form)) : [text];
}

/** The letters that escaping by name is used for, where people write German. */
const namedInHtml: Readonly<Record<string, string>> = {
  ä: "&auml;",
  ö: "&ouml;",
  ü: "&uuml;",
  Ä: "&Auml;",
  Ö: "&Ouml;",
  Ü: "&Uuml;",
  ß: "&szlig;",
};

function inLowerCaseHex(encoded: string): string {
  return encoded.replace(/%[0-9A-F]{2}/g, (escape) => escape.toLowerCase());
}

/** Inside of a longer text (`user:password`) base64 depends on where the secret begins: three forms, less their edges. */
function inBase64(secret: string): string[] {
  return [0, 1, 2].flatMap((offset) => {
    const bytes = Buffer.concat([Buffer.alloc(offset), Buffer.from(secret)]);
    const first = Math.ceil((offset * 8) / 6);
    const end = Math.floor((bytes.length * 8) / 6);
    return [bytes.toString("base64").slice(first, end), bytes.toString("base64url").slice(first, end)];
  });
}
