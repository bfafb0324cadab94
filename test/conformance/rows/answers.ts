import { accounts } from "../../../provider/contract";
import { spread, withoutIdentity, wrongAnswers, type WrongAnswer } from "../answers/alterations";
import { liveWith, usedInLife } from "../answers/life";
import type { Row } from "../row";
import type { Stage } from "../../support/stage";

/** Lives that each kind lives through where not all of them are. */
const SOME = 8;

export const answers: Row = {
  name: "wrong answers",
  meaning:
    "Each field of each answer is missing, null, of another type or in another order. Each list is doubled, too short, too long, or has another length than announced. The run converges, or stops and names the operation and the field. It never writes on a guess, and the next run converges.",
  run: async ({ kind, kinds, specimen, stage, resource }) => {
    const token = await tokenOf(stage);
    const of = (tag: string) => ({ kinds, specimen, stage, token, tag: `${resource.name} ${tag}` });
    const warnings = jest.spyOn(console, "warn").mockImplementation(() => undefined);
    try {
      const used = await usedInLife(of("0"));
      const all = wrongAnswers(used);
      const some = [...withoutIdentity(all, used, kind.identity.fields), ...spread(all, SOME)];
      const chosen = process.env["HALECONNECT_THOROUGH"] === "1" ? all : some;
      for (const [index, wrong] of chosen.entries()) {
        await liveWith(of(String(index + 1)), wrong).catch((error: unknown) => {
          throw new Error(`${inWords(wrong)}: ${(error as Error).message}`, { cause: error });
        });
      }
    } finally {
      warnings.mockRestore();
    }
    return "holds";
  },
};

export async function tokenOf({ emulator: { username, password }, outOfBand }: Stage): Promise<string> {
  return (await outOfBand.call(accounts.login, { body: { username, password } })).token;
}

export function inWords({ operation, after, alteration: { at, how } }: WrongAnswer): string {
  return `answer ${after + 1} of ${operation.key}, \`${at.join(".")}\` ${how}`;
}
