import { accounts } from "../../../provider/contract";
import { organisation } from "../../../provider/kinds";
import { forms } from "../../reliability/life";
import type { Specimen } from "../specimen";

export const organisationSpecimen: Specimen = {
  kind: organisation,
  prepare: async (stage, tag) => {
    const make = async (name: string) =>
      (await stage.outOfBand.call(accounts.createSuborganisation, { path: { orgId: "1" }, body: { name } })).id;
    const [parent, otherParent] = [await make(`${tag} above`), await make(`${tag} elsewhere`)];
    const key = { name: tag, parent };
    return {
      full: { ...key, ...forms.first },
      least: key,
      other: { name: `${tag} renamed`, parent: otherParent, ...forms.second },
      empty: {
        parent: { none: "it is what the organisation is recognised by" },
        ...Object.fromEntries(Object.entries(forms.empty).map(([field, value]) => [field, { value }])),
        settings: { none: "switches are on or off" },
      },
    };
  },
};
