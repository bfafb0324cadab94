import { isDeepStrictEqual } from "node:util";
import { formsOf } from "../../client";
import type { Kind, Values } from "../../kinds";
import { isPlainObject, secretsOf, type Inputs } from "./inputs";
import { writePath } from "./leaves";

/** Stands for a secret in a text. */
const MASK = "[secret]";

/**
 * A shorter secret occurs in other texts by chance, so it is masked only as a whole word, in texts about its resource.
 */
const SHORTEST_ANYWHERE = 8;

/** So many characters from its beginning identify a secret in a text that was cut. */
const TELLING = 16;

/**
 * Returns the inputs whose values are not shown: those that the program gave as secrets, now or before, and those that
 * the kind declares as secret. The engine passes plain values, which do not say that they are secret. With
 * `ignoreChanges` it passes the state's value in place of the program's, and an older package may not have recorded
 * that it is secret. So a value that has not changed is not shown either.
 */
export function hiddenInputs({ inputs }: Kind, news: Values, olds: Values = {}): ReadonlySet<string> {
  const byKind = Object.keys(inputs).filter((name) => inputs[name]?.secret === true);
  const asBefore = Object.keys(news).filter((name) => name in olds && isDeepStrictEqual(olds[name], news[name]));
  return new Set([...byKind, ...secretsOf(news), ...secretsOf(olds), ...asBefore]);
}

/** Whether one value is not shown, if the inputs name all secrets. */
export function isHidden(kind: Kind, [name = ""]: readonly string[], { secrets }: Pick<Inputs, "secrets">): boolean {
  return secrets.includes(name) || kind.inputs[name]?.secret === true;
}

/** Returns the path of a value for a text. If a map is secret, so are the names in it. */
export function placeOf(kind: Kind, path: readonly string[], inputs: Pick<Inputs, "secrets">): string {
  return isHidden(kind, path, inputs) ? (path[0] ?? "") : writePath(path);
}

/** Returns a value in the form for a text. */
export function quoted(value: unknown, isHidden: boolean): string {
  return isHidden ? MASK : JSON.stringify(value);
}

/**
 * Masks secrets in texts, also in the forms in which servers and messages repeat them. The forms are made when a text is
 * there to be masked: most calls have none.
 */
export class Veil {
  readonly #texts = new Set<string>();
  #unspelled: string[] = [];
  readonly #long = new Set<string>();
  readonly #short = new Set<string>();

  private constructor(private readonly masksShort: boolean) {}

  /** Returns a veil over the secret inputs of a resource, present and former. */
  static of({ inputs }: Kind, ...sides: readonly Values[]): Veil {
    const veil = new Veil(true);
    const names = new Set(sides.flatMap(secretsOf));
    for (const name of Object.keys(inputs)) {
      if (names.has(name) || inputs[name]?.secret === true) {
        sides.forEach((side) => {
          veil.#addInside(side[name]);
        });
      }
    }
    return veil;
  }

  /** Returns a veil that is to mask the secrets of many resources, without the short ones. */
  static ofMany(): Veil {
    return new Veil(false);
  }

  /** Adds the secrets of another resource. */
  add(other: Veil): void {
    other.#texts.forEach((text) => {
      this.#addText(text);
    });
  }

  over(text: string): string {
    this.#spell();
    const longest = [...this.#long].sort((one, another) => another.length - one.length);
    const masked = longest.reduce(withoutForm, text);
    const words = [...this.#short].map((it) => it.replace(/[$()*+.?[\\\]^{|}]/g, "\\$&"));
    return words.length === 0
      ? masked
      : masked.replace(new RegExp(`(?<![\\p{L}\\p{N}_])(?:${words.join("|")})(?![\\p{L}\\p{N}_])`, "giu"), MASK);
  }

  /** Adds every text and number inside the value. */
  #addInside(value: unknown): void {
    if (typeof value === "string") {
      this.#addText(value);
    } else if (typeof value === "number") {
      this.#short.add(String(value)).add(value.toLocaleString("en"));
    } else if (Array.isArray(value)) {
      value.forEach((it) => {
        this.#addInside(it);
      });
    } else if (isPlainObject(value)) {
      Object.values(value).forEach((it) => {
        this.#addInside(it);
      });
    }
  }

  #addText(text: string): void {
    if (!this.#texts.has(text)) {
      this.#texts.add(text);
      this.#unspelled.push(text);
    }
  }

  #spell(): void {
    for (const form of this.#unspelled.flatMap(spellingsOf)) {
      if (form.length >= SHORTEST_ANYWHERE) {
        this.#long.add(form);
      } else if (this.masksShort) {
        this.#short.add(form);
      }
    }
    this.#unspelled = [];
  }
}

/** Returns the spellings of a text; of a path also those of its parts, which name files. */
function spellingsOf(text: string): readonly string[] {
  const whole = [text, text.trim(), text.replace(/[\p{Cc}\p{Cf}\s]+/gu, " ").trim()];
  const parts = text.length <= 1000 ? text.split(/[/\\]/) : [];
  const all = [...whole, ...parts].flatMap((it) => [it, it.normalize("NFC"), it.normalize("NFD")]);
  return [...new Set(all.flatMap((it) => [it, ...formsOf(it)]))].filter((it) => it !== "");
}

/** Masks the whole secret, and its beginning if the text was cut. */
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
