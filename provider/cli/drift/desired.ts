import { kindCalled } from "../../drift/looking";
import type { Desired } from "../../drift/program/desired";
import { readPlan, type Plan } from "../../drift/program/plan";
import { saidOnOneLine } from "../../drift/program/said";
import { pulumi, type Asker } from "./engine";

/** What an engine says may be long. */
const LONGEST = 2_000;

/** What the program declares and nobody has deployed yet. The engine looks at nothing but the state. */
export async function desiredOf(stack: string | undefined, asker: Asker): Promise<Desired> {
  const { errors, steps } = await previewed(["preview", "--refresh=false"], stack, asker);
  return errors.length === 0
    ? { steps }
    : { failed: `The preview of the program failed. Pulumi says: ${errors.join("; ")}` };
}

/** The plan of a preview. One that failed has errors. */
export async function previewed(words: readonly string[], stack: string | undefined, asker: Asker): Promise<Plan> {
  const { code, stdout, complaint, command } = await pulumi([...words, "--json"], stack, asker);
  const plan = readPlan(stdout, kindCalled) ?? { steps: [], changing: [], counts: {}, warnings: [], errors: [] };
  // It follows each error, and says nothing more.
  const said = plan.errors.filter((it) => !/^(preview|update) failed$/.test(it));
  const complained = saidOnOneLine(complaint);
  const why = said.length > 0 ? said : [complained === "" ? `\`${command}\` ended with ${code}` : complained];
  return { ...plan, errors: code === 0 && said.length === 0 ? [] : why.map((it) => it.slice(0, LONGEST)) };
}
