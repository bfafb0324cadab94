import { isDeepStrictEqual } from "node:util";
import { formsOf } from "../../client";
import type { Kind, Values } from "../../kinds";
import { isPlainObject, secretsOf, type Inputs } from "./inputs";
import { writePath } from "./leaves";

/** What stands for a secret in a text. */
const MASK = "[secret]";

/** A shorter one occurs in other texts by chance: it is masked as a word of its own, and only in texts of its resource. */
const SHORTEST_ANYWHERE = 8;

/** So much of the beginning of a secret tells it, where a text was cut. */
const TELLING = 16;

/**
 * The inputs whose values are not shown: those that the program gave as secrets, now or before, and those of which the
 * kind says so. The engine hands over plain values, so nothing else tells. With `ignoreChanges` it hands over what the
 * state has in the place of what the program gives, and nobody knows what an older package was told of that: a value
 * that is as it was is not shown either.
 */
export function hiddenInputs({ inputs }: Kind, news: Values, olds: Values = {}): ReadonlySet<string> {
  const byKind = Object.keys(inputs).filter((name) => inputs[name]?.secret === true);
  const asBefore = Object.keys(news).filter((name) => name in olds && isDeepStrictEqual(olds[name], news[name]));
  return new Set([...byKind, ...secretsOf(news), ...secretsOf(olds), ...asBefore]);
}

/** The same of one value, where the inputs tell all. */
export function isHidden(kind: Kind, [name = ""]: readonly string[], { secrets }: Pick<Inputs, "secrets">): boolean {
  return secrets.includes(name) || kind.inputs[name]?.secret === true;
}

/** Where a value is; the names in a map that is a secret are part of it. */
export function placeOf(kind: Kind, path: readonly string[], inputs: Pick<Inputs, "secrets">): string {
  return isHidden(kind, path, inputs) ? (path[0] ?? "") : writePath(path);
}

/** A value in a text. */
export function quoted(value: unknown, isHidden: boolean): string {
  return isHidden ? MASK : JSON.stringify(value);
}

/** Keeps secrets out of texts, also in the forms in which servers and messages echo them. */
export class Veil {
  readonly #long = new Set<string>();
  readonly #short = new Set<string>();

  /** The secrets among the inputs of a resource, as they are and as they were. */
  static of({ inputs }: Kind, ...sides: readonly Values[]): Veil {
    const veil = new Veil();
    const names = new Set(sides.flatMap(secretsOf));
    for (const name of Object.keys(inputs)) {
      if (names.has(name) || inputs[name]?.secret === true) {
        sides.forEach((side) => {
          veil.#add(side[name]);
        });
      }
    }
    return veil;
  }

  /** Of another resource: its short ones stay out. */
  addLongOf(other: Veil): void {
    other.#long.forEach((form) => this.#long.add(form));
  }

  over(text: string): string {
    const longest = [...this.#long].sort((one, another) => another.length - one.length);
    const masked = longest.reduce(withoutForm, text);
    const words = [...this.#short].map((it) => it.replace(/[$()*+.?[\\\]^{|}]/g, "\\$&"));
    return words.length === 0
      ? masked
      : masked.replace(new RegExp(`(?<![\\p{L}\\p{N}_])(?:${words.join("|")})(?![\\p{L}\\p{N}_])`, "giu"), MASK);
  }

  /** Every text and number in it, and the names in a map of which nobody declared the names. */
  #add(value: unknown): void {
    if (typeof value === "string") {
      spellingsOf(value).forEach((it) => {
        (it.length < SHORTEST_ANYWHERE ? this.#short : this.#long).add(it);
      });
    } else if (typeof value === "number") {
      this.#short.add(String(value)).add(value.toLocaleString("en"));
    } else if (Array.isArray(value)) {
      value.forEach((it) => {
        this.#add(it);
      });
    } else if (isPlainObject(value)) {
      Object.values(value).forEach((it) => {
        this.#add(it);
      });
    }
  }
}

/** Of a path also its parts, which name files. */
function spellingsOf(text: string): readonly string[] {
  const whole = [text, text.trim(), text.replace(/[\p{Cc}\p{Cf}\s]+/gu, " ").trim()];
  const parts = text.length <= 1000 ? text.split(/[/\\]/) : [];
  const all = [...whole, ...parts].flatMap((it) => [it, it.normalize("NFC"), it.normalize("NFD")]);
  return [...new Set(all.flatMap((it) => [it, ...formsOf(it)]))].filter((it) => it !== "");
}

/** All of it, and its beginning where the text was cut. */
function withoutForm(text: string, form: string): string {
  const [there, sought] = [text.toLowerCase(), form.toLowerCase()];
  if (there.length !== text.length) {
    return text.replaceAll(form, MASK);
  }
  const start = sought.slice(0, TELLING);
  let [shown, from] = ["", 0];
  for (let at = there.indexOf(start); at >= 0; at = there.indexOf(start, from)) {
    let end = at + start.length;
    while (end - at < sought.length && there[end] === sought[end - at]) {
      end += 1;
    }
    shown += text.slice(from, at) + MASK;
    from = end;
  }
  return shown + text.slice(from);
}
