import { Redactor } from "../../../provider/client/redact";

const secret = 'pä$$ w"rd/+canary';

const redactor = (): Redactor => {
  const made = new Redactor();
  made.add(secret);
  return made;
};

const base64 = (text: string): string => Buffer.from(text).toString("base64");

describe("redaction", () => {
  it.each([
    ["as it is", secret],
    ["in JSON", JSON.stringify({ password: secret })],
    ["URL-encoded", `?password=${encodeURIComponent(secret)}`],
    ["URL-encoded in lower case", encodeURIComponent(secret).replace(/%../g, (it) => it.toLowerCase())],
    ["in a form", new URLSearchParams({ secret }).toString()],
    ["in base64", base64(secret)],
    ["in base64 behind one character", base64(`:${secret}`)],
    ["in base64 behind two characters", base64(`u:${secret} and more`)],
    ["in base64url", Buffer.from(`alice:${secret}`).toString("base64url")],
    ["in a page", secret.replace('"', "&quot;")],
    ["in a page with letters by name", secret.replace('"', "&#34;").replace("ä", "&auml;")],
    ["in a page with letters by number", secret.replace('"', "&quot;").replace("ä", "&#228;")],
    [
      "in a page with everything escaped",
      secret.replace(/\W/gu, (it) => `&#x${it.codePointAt(0)?.toString(16) ?? ""};`),
    ],
    ["in hexadecimal", Buffer.from(secret).toString("hex")],
  ])("masks a secret %s", (_, text) => {
    const clean = redactor().clean(`before ${text} after`);
    expect(clean).toContain("[secret]");
    const shown = [secret, "canary", base64("canary").slice(0, 6), Buffer.from("canary").toString("hex")];
    expect(shown.filter((form) => clean.includes(form))).toEqual([]);
    expect(clean).toMatch(/^before .* after$/);
  });

  it("masks tokens of others as well", () => {
    expect(redactor().clean("got Bearer abc.def and eyJhbGciOi.eyJzdWIi.sig")).toBe("got Bearer [secret] and [secret]");
  });

  it("shows nothing if a secret is so short that the mask would reveal it", () => {
    const made = new Redactor();
    made.add("abc");
    expect(made.clean("abcdef")).toBe("[not shown]");
  });

  it("removes control characters, and limits the length", () => {
    expect(redactor().clean("a\u001b[31mb\r\nc\u202e")).toBe("a [31mb c");
    expect(redactor().clean("x".repeat(10_000)).length).toBeLessThan(600);
  });
});
