import { z } from "zod";
import { comparedAs } from "./equality";

/** How many problems a message lists. */
const MOST_PROBLEMS = 5;

/** A text with a JSON document of this form. An empty text is none. Messages do not repeat what the document says. */
export function jsonText(form: z.ZodType, most: number) {
  const type = z
    .string()
    .max(most)
    .superRefine((text, context) => {
      const problems = text.trim() === "" ? [] : problemsWithJson(text, form);
      if (problems.length > 0) {
        const more = problems.length - MOST_PROBLEMS;
        const told = [...problems.slice(0, MOST_PROBLEMS), ...(more > 0 ? [`and ${String(more)} more`] : [])];
        context.addIssue({ code: "custom", message: `expected JSON of the documented form, but ${told.join("; ")}` });
      }
    });
  return comparedAs("json", type);
}

/** What is wrong with the document, each with its place: `[0].fields[2].type: Invalid option`. */
export function problemsWithJson(text: string, form: z.ZodType): string[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return [`it is no valid JSON${placeIn(text, error instanceof Error ? error.message : "")}`];
  }
  const issues = form.safeParse(value).error?.issues ?? [];
  return issues.map(({ path, message }) => {
    const place = path.map((step) => (typeof step === "number" ? `[${String(step)}]` : `.${String(step)}`)).join("");
    return `${place === "" ? "the document" : place.replace(/^\./, "")}: ${message}`;
  });
}

/** Node says where it stopped, or what stands there. What stands there may be secret. */
function placeIn(text: string, said: string): string {
  if (said.startsWith("Unexpected end")) {
    return ": it ends too early";
  }
  const position = positionIn(text, said);
  if (position === undefined) {
    return "";
  }
  const before = text.slice(0, position).split("\n");
  return ` at line ${String(before.length)}, column ${String((before.at(-1) ?? "").length + 1)}`;
}

/** How much of the document Node shows before the place, if that is not its beginning. */
const SHOWN_BEFORE = 10;

function positionIn(text: string, said: string): number | undefined {
  const told = /at position (\d+)/.exec(said)?.[1];
  if (told !== undefined) {
    return Number(told);
  }
  const [, token = "", cut, shown = ""] =
    /^Unexpected token '(.)', (\.\.\.)?"(.*?)"(?:\.\.\.)? is not/s.exec(said) ?? [];
  const start = shown === "" ? -1 : text.indexOf(shown);
  return start < 0 ? undefined : start + (cut === undefined ? shown.indexOf(token) : SHOWN_BEFORE);
}
