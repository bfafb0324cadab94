import { resources } from "../../../provider/contract";
import { kindNamed } from "../kind-named";
import type { Specimen } from "../specimen";
import { organisations } from "./organisations";

const filledIn = { none: "the platform fills in its default" };

export const cswConfigurationSpecimen: Specimen = {
  kind: kindNamed("CswConfiguration"),
  prepare: async (stage, tag) => {
    const [organisation, another] = await organisations(stage, tag, ["with endpoint", "other"]);
    for (const orgId of [organisation, another]) {
      await stage.outOfBand.call(resources.activateCswEndpoint, { path: { orgId } });
    }
    return {
      least: { organisation },
      full: {
        organisation,
        supportedLanguages: ["ger", "eng"],
        defaultLanguage: "ger",
        date: "2026-01-01",
        gemetKeywords: ["land use", "soil"],
        serviceConformity: "conformant",
        temporalExtent: { begin: "2020-01-01", end: "2025-12-31" },
      },
      other: {
        organisation: another,
        supportedLanguages: ["eng", "fre", "ger"],
        defaultLanguage: "eng",
        date: "2026-02-01",
        gemetKeywords: ["water"],
        serviceConformity: "notConformant",
        temporalExtent: { begin: "2021-01-01", end: "2024-12-31" },
      },
      empty: {
        supportedLanguages: filledIn,
        defaultLanguage: filledIn,
        date: filledIn,
        gemetKeywords: { value: [] },
        serviceConformity: { none: "one of three values always holds" },
        temporalExtent: { value: { begin: "", end: "" } },
      },
    };
  },
};
