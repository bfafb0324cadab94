/** Words that name the same thing in the APIs of such platforms, each with the one that stands for all. */
const synonyms: Readonly<Record<string, string>> = {
  organization: "organisation",
  org: "organisation",
  suborganisation: "child organisation",
  suborganization: "child organisation",
  account: "user",
  signin: "login",
  session: "login",
  username: "user name",
  userid: "user id",
  mail: "email",
  telephone: "phone",
  fullname: "full name",
  remove: "delete",
  removal: "delete",
  erase: "delete",
  destroy: "delete",
  add: "create",
  new: "create",
  register: "create",
  fetch: "get",
  read: "get",
  show: "get",
  find: "get",
  all: "list",
  edit: "update",
  change: "update",
  patch: "update",
  modify: "update",
  setting: "configuration",
  config: "configuration",
  dataset: "bucket",
  identifier: "id",
  uuid: "id",
  ident: "id",
};

/** Words that tell nothing of what an operation or a field is about. */
const empty = new Set([
  "api",
  "rest",
  "the",
  "a",
  "an",
  "of",
  "by",
  "for",
  "to",
  "with",
  "and",
  "in",
  "on",
  "is",
  "it",
]);

const known = new Map<string, readonly string[]>();

/** The words of a name in one spelling: `organizationIds` and `organisation_id` are the same two. */
export function wordsOf(name: string): readonly string[] {
  const words = known.get(name) ?? splitInWords(name);
  known.set(name, words);
  return words;
}

function splitInWords(name: string): readonly string[] {
  return name
    .replace(/([a-z\d])([A-Z])/g, "$1 $2")
    .replace(/([A-Z]+)([A-Z][a-z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter((word) => word !== "" && !empty.has(word))
    .flatMap((word) => meaningOf(word).split(" "));
}

function meaningOf(word: string): string {
  const one = singular(word);
  return Object.hasOwn(synonyms, one) ? (synonyms[one] ?? one) : one;
}

function singular(word: string): string {
  if (word === "children") {
    return "child";
  }
  if (word.endsWith("ies") && word.length > 4) {
    return `${word.slice(0, -3)}y`;
  }
  if (/(ss|us|is)$/.test(word) || word.length < 3) {
    return word;
  }
  if (/(sses|shes|ches|xes)$/.test(word)) {
    return word.slice(0, -2);
  }
  return word.endsWith("s") ? word.slice(0, -1) : word;
}

/** How much of two sets of words is common: 0 for nothing, 1 for the same words. */
export function overlapOf(one: readonly string[], other: readonly string[]): number {
  const [a, b] = [new Set(one), new Set(other)];
  const common = [...a].filter((word) => b.has(word)).length;
  const all = new Set([...a, ...b]).size;
  return all === 0 ? 0 : common / all;
}
