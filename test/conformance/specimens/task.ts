import { accounts } from "../../../provider/contract";
import { kindNamed } from "../kind-named";
import type { Specimen } from "../specimen";
import type { Stage } from "../../support/stage";
import { aBucket } from "./contents";
import { emailOf, organisations, usernameOf } from "./organisations";

export const taskSpecimen: Specimen = {
  kind: kindNamed("Task"),
  prepare: async (stage, tag) => {
    const [organisation] = await organisations(stage, tag, ["owner"]);
    const resource = await aBucket(stage, organisation, `${tag} one`);
    const another = await aBucket(stage, organisation, `${tag} two`);
    const assignee = await aDataManager(stage, organisation, usernameOf(tag, "erika"));
    const least = { resource, title: `${tag} check` };
    return {
      least,
      full: { ...least, text: "all of it", assignee, status: "inProgress" },
      other: {
        resource: another,
        title: `${tag} check again`,
        text: "the rest",
        assignee: await aDataManager(stage, organisation, usernameOf(tag, "max")),
        status: "done",
      },
      empty: {
        text: { value: "" },
        assignee: { value: "" },
        status: { none: "a task always has a status" },
      },
    };
  },
};

/** Somebody who sees the buckets of the organisation. */
async function aDataManager(stage: Stage, organisation: string, username: string): Promise<string> {
  const body = { username, fullName: username, email: emailOf(username), organisation, role: "dataManager" };
  return (await stage.outOfBand.call(accounts.createUser, { body })).id;
}
