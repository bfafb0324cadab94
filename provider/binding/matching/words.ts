import { empty, emptyInFields, fieldSynonyms, synonyms, verbs } from "./vocabulary";

/** The words of names of one kind: each name is taken apart once. */
class Reader {
  private readonly known = new Map<string, readonly string[]>();

  constructor(
    private readonly meanings: Readonly<Record<string, string>>,
    private readonly skipped: ReadonlySet<string>,
  ) {}

  wordsOf(name: string): readonly string[] {
    const known = this.known.get(name);
    if (known !== undefined) {
      return known;
    }
    const words = this.read(name);
    this.known.set(name, words);
    return words;
  }

  private read(name: string): readonly string[] {
    const words = split(name).filter((word) => !this.skipped.has(word));
    return withoutDoer([...new Set(words.flatMap((word) => this.meaningOf(word).split(" ")))]);
  }

  private meaningOf(word: string): string {
    const one = singular(word);
    return Object.hasOwn(this.meanings, one) ? (this.meanings[one] ?? one) : one;
  }
}

const operations = new Reader({ ...synonyms, ...verbs }, empty);
const fields = new Reader({ ...synonyms, ...fieldSynonyms }, emptyInFields);

/** The words of an operation's name in one spelling: `organizationIds` and `organisation_id` are the same two. */
export const wordsOf = (name: string): readonly string[] => operations.wordsOf(name);

/** The same of a field's name. There `login` is a user name; of an operation it is what it does. */
export const fieldWordsOf = (name: string): readonly string[] => fields.wordsOf(name);

/** `created_by_account_id` is who created it, as `createdBy` is. */
function withoutDoer(words: readonly string[]): readonly string[] {
  const end = words.indexOf("by") + 1;
  return end === 0 ? words : words.filter((word, index) => index < end || (word !== "user" && word !== "id"));
}

function split(name: string): readonly string[] {
  return name
    .replace(/([a-z\d])([A-Z])/g, "$1 $2")
    .replace(/([A-Z]+)([A-Z][a-z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter((word) => word !== "");
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
  const common = one.filter((word) => other.includes(word)).length;
  const all = one.length + other.length - common;
  return all === 0 ? 0 : common / all;
}
