import { failingByDefault, findingTypes, type FindingType } from "../../drift/model";
import { forms, type ReportForm } from "../../drift/printing";
import { HaleconnectError } from "../../errors";
import { kinds, type Kind } from "../../kinds";
import { kindNamed, namesIn } from "../kind-names";

/** What commander gives. */
export interface DriftOptions {
  readonly stack?: string;
  readonly cwd?: string;
  readonly state?: string;
  readonly kind: readonly string[];
  readonly target: readonly string[];
  readonly root: readonly string[];
  readonly minCoverage?: string;
  readonly failOn?: string;
  readonly format: string;
  readonly report: readonly string[];
  readonly ignore?: string;
  readonly writeIgnore?: true;
  readonly issue?: string;
  readonly desired?: true;
  readonly restore?: true;
  readonly accept?: true;
  readonly yes?: true;
}

/** One report that was asked for: `markdown=drift.md`. */
export interface ReportFile {
  readonly form: ReportForm;
  readonly file: string;
}

export function readReports(given: readonly string[]): readonly ReportFile[] {
  return given.map((text) => {
    const at = text.indexOf("=");
    const [form, file] = [text.slice(0, Math.max(at, 0)), text.slice(at + 1)];
    const known = forms.find((it) => it === form);
    if (known === undefined || file.trim() === "") {
      throw wrong("--report", text, `It takes a form and a file, such as \`markdown=drift.md\`.`, forms);
    }
    return { form: known, file };
  });
}

/** `none` says that nothing counts, so no other type can stand beside it. */
const NONE = "none";

export function readFailOn(given: string | undefined): readonly FindingType[] {
  const names = given === undefined ? failingByDefault : namesIn(given, "--fail-on");
  if (names.length === 1 && names[0] === NONE) {
    return [];
  }
  return names.map((name) => {
    const found = findingTypes.find((type) => type === name);
    if (found === undefined) {
      const why =
        name === NONE
          ? "`none` stands alone, because it says that no type counts."
          : "It takes types of findings, with commas in between, or none.";
      throw wrong("--fail-on", given ?? "", why, [...findingTypes, NONE]);
    }
    return found;
  });
}

export function readKinds(given: readonly string[]): readonly Kind[] | undefined {
  const names = given.flatMap((text) => namesIn(text, "--kind"));
  return names.length === 0
    ? undefined
    : names.map((name) => {
        const found = kindNamed(name);
        if (found === undefined) {
          const all = kinds.map((kind) => kind.name);
          throw wrong("--kind", name, "It takes names of kinds, with commas in between.", all);
        }
        return found;
      });
}

export function readPercent(given: string | undefined): number | undefined {
  if (given === undefined) {
    return undefined;
  }
  const [, digits] = /^(\d+(?:\.\d+)?) ?%?$/.exec(given.trim()) ?? [];
  if (digits === undefined || Number(digits) > 100) {
    throw new HaleconnectError("HC1007", {
      what: `${JSON.stringify(given)} is no percentage`,
      where: "--min-coverage",
      why: "It takes a number from 0 to 100, such as 90 or 99.5.",
    });
  }
  return Number(digits);
}

function wrong(option: string, given: string, why: string, known: readonly string[]): HaleconnectError {
  return new HaleconnectError("HC1007", {
    what: `${option} does not take ${JSON.stringify(given)}`,
    where: option,
    why: `${why} Known: ${known.join(", ")}.`,
  });
}
