import type { Random } from "./random";

/** What other platforms call the same. The matcher knows some of these words and not the others. */
const alternatives: Readonly<Record<string, readonly string[]>> = {
  organisation: ["organization", "org", "company", "unit"],
  suborganisation: ["child organization", "subsidiary", "sub org"],
  user: ["account", "person", "login"],
  member: ["membership", "participant"],
  bucket: ["dataset", "container"],
  file: ["document", "asset"],
  role: ["role id", "function"],
  token: ["access token", "key"],
  name: ["title", "label", "display name"],
  email: ["mail", "email address"],
  phone: ["telephone", "phone number"],
  zip: ["postcode", "postal code"],
  city: ["town", "place"],
  street: ["street address", "road"],
  web: ["homepage", "website"],
  password: ["secret", "passphrase"],
  description: ["about", "summary text"],
  created: ["created on", "creation time"],
  driver: ["engine", "backend"],
  bytes: ["size", "length"],
  sharing: ["share", "grant"],
  settings: ["configuration", "options"],
  capacity: ["quota", "contingent"],
  geometry: ["outline", "area"],
  logo: ["picture", "avatar"],
  schema: ["data model", "schema"],
  profile: ["profile", "rule set"],
  create: ["add", "new", "register"],
  update: ["change", "modify", "amend"],
  delete: ["remove", "drop", "erase"],
  get: ["read", "fetch", "find"],
  set: ["put", "store"],
  remove: ["delete", "withdraw"],
  full: ["complete", "full"],
  custom: ["extra", "additional"],
  fields: ["attributes", "fields"],
};

export type Style = "camel" | "snake" | "kebab";

/** How one platform names things: the same word becomes the same word everywhere. */
export class Naming {
  private readonly words = new Map<string, string>();

  constructor(random: Random, share: number) {
    for (const [word, others] of Object.entries(alternatives)) {
      if (random.chance(share)) {
        this.words.set(word, random.pick(others));
      }
    }
  }

  rename(name: string, style: Style): string {
    return written(
      wordsIn(name).flatMap((word) => this.wordFor(word).split(" ")),
      style,
    );
  }

  private wordFor(word: string): string {
    const whole = this.words.get(word);
    const one = word.endsWith("s") ? this.words.get(word.slice(0, -1)) : undefined;
    return whole ?? (one === undefined ? word : plural(one));
  }
}

export function wordsIn(name: string): readonly string[] {
  return name
    .replace(/([a-z\d])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter((word) => word !== "");
}

function plural(words: string): string {
  return words.endsWith("y") && !words.endsWith("ey") ? `${words.slice(0, -1)}ies` : `${words}s`;
}

function written(words: readonly string[], style: Style): string {
  if (style !== "camel") {
    return words.join(style === "snake" ? "_" : "-");
  }
  return words.map((word, index) => (index === 0 ? word : `${word.charAt(0).toUpperCase()}${word.slice(1)}`)).join("");
}
