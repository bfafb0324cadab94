import { faultNames } from "../../emulator/server/fault-plan";
import { liveThrough } from "../reliability/faults";
import { operations } from "../reliability/life";
import { Stage } from "../support/stage";
import { installedFolder } from "./support/installed-folder";

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.start(installedFolder());
});
afterAll(() => stage.stop());

/** A sample of `npm run reliability`: each operation of an organisation's life, the faults in turn. */
it.each(operations.map((operation, index) => [operation.key, faultNames[index % faultNames.length] ?? "500"] as const))(
  "an organisation whose %s meets %s comes to the declared form, once",
  async (id, fault) => {
    const operation = operations.find((it) => it.id === id);
    expect(operation && (await liveThrough(stage, operation, fault, `With ${id}`))).toMatch(
      /^(converges|stops with HC|does not apply)/,
    );
  },
);
