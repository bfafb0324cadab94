import { z } from "zod";
import { resources } from "../../contract";
import { comparedAs } from "../equality";
import { heldKind, type Fields, type Live, type Obstacle, type Outlook, type Problem } from "../kind";
import { isLanguage } from "./languages";
import { organisationObstacles } from "../people/membership";
import { orAbsent } from "../refusals";
import { setOf } from "../traits";
import { organisationId } from "../references";

type Remote = z.output<typeof resources.OrganisationSettings>;

const form = resources.CswConfigurationUpdate.shape;
const day = z.iso.date("expected a date, YYYY-MM-DD");
const language = comparedAs(
  "exact",
  z.string().refine(isLanguage, "expected an ISO 639-2 code of three small letters, such as `ger` or `eng`"),
);

const inputs = {
  organisation: {
    type: organisationId,
    mark: "replace",
    refersTo: "Organisation",
    doc: "The organisation, which needs a CSW endpoint of its own.",
    source: "platform#csw-configuration",
  },
  supportedLanguages: {
    type: setOf(language).min(1, "expected at least one language").optional(),
    mark: "mutable",
    doc: "Languages of the metadata, ISO 639-2 codes in any order; the default language is one of them. The platform's default: the default language alone.",
    source: "platform#csw-configuration",
  },
  defaultLanguage: {
    type: language.optional(),
    mark: "mutable",
    doc: "An ISO 639-2 code.",
    source: "platform#csw-configuration",
  },
  date: {
    type: day.optional(),
    mark: "mutable",
    doc: "Date of the metadata, YYYY-MM-DD.",
    source: "platform#csw-configuration",
  },
  gemetKeywords: {
    type: setOf(z.string().min(1).max(200)).optional(),
    mark: "mutable",
    doc: "Keywords of the GEMET thesaurus, in any order. An empty list removes all.",
    source: "platform#csw-configuration",
  },
  serviceConformity: {
    type: form.serviceConformity,
    mark: "mutable",
    doc: "`conformant`, `notConformant` or `notEvaluated`.",
    source: "platform#csw-configuration",
  },
  temporalExtent: {
    type: z
      .strictObject({ begin: z.union([day, z.literal("")]).optional(), end: z.union([day, z.literal("")]).optional() })
      .optional(),
    mark: "mutable",
    doc: "The interval that the data is about: `begin` and `end`, dates that are both included, YYYY-MM-DD. An empty text leaves that end open.",
    source: "platform#csw-configuration",
  },
} as const satisfies Fields;

/** The CSW INSPIRE metadata of an organisation (docs/platform.md#csw). */
export const cswConfiguration = heldKind({
  name: "CswConfiguration",
  doc: "The CSW INSPIRE metadata of an organisation that has a CSW endpoint of its own, which wetransform activates on request. Changes take up to 24 hours on the platform. Deleting the resource gives the fields their former values back.",
  example: [
    'new CswConfiguration("csw", {',
    '    organisation: "1",',
    '    supportedLanguages: ["ger", "eng"],',
    '    defaultLanguage: "ger",',
    '    gemetKeywords: ["land use"],',
    '    temporalExtent: { begin: "2020-01-01" },',
    "});",
  ].join("\n"),
  inputs,
  outputs: {},
  replacementCascades: false,
  calls: {
    create: [resources.updateCswConfiguration],
    update: [resources.updateCswConfiguration],
    delete: [resources.updateCswConfiguration],
  },
  identity: {
    type: "singleton",
    fields: ["organisation"],
    keyOf: ({ organisation }) => organisation,
    inWords: ({ organisation }) => `of organisation ${organisation}`,
  },
  decides: ({ organisation }) => [{ subject: `the CSW configuration of organisation ${organisation}`, isWhole: true }],
  list: async (client) => {
    const { items, ...listing } = await client.snapshot(resources.getAllOrganisationSettings, {});
    return { ...listing, items: items.flatMap((remote) => flatten(remote) ?? []) };
  },
  get: async (client, orgId) => {
    const found = await orAbsent(client.call(resources.getOrganisationSettings, { path: { orgId } }));
    return found === undefined ? undefined : flatten(found);
  },
  rules: problemsWith,
  obstacles: async (outlook, declared) => {
    const { organisation } = declared;
    if (!outlook.knows(organisation)) {
      return [];
    }
    const found = await organisationObstacles(outlook, organisation);
    const existing = found.length > 0 ? undefined : await outlook.see("CswConfiguration", organisation);
    return found.length > 0 || existing !== undefined
      ? [...found, ...obstaclesBeside(outlook, existing?.values ?? {}, declared)]
      : [
          {
            field: "organisation",
            what: `organisation ${organisation} has no CSW endpoint of its own`,
            why: "Its CSW metadata can be configured only with one.",
            remedy:
              "Ask wetransform to activate the endpoint; on an embedded hale»connect an administrator does (PUT /resources/organisations/{orgId}/cswEndpoint).",
          },
        ];
  },
  changeObstacles: (outlook, changes, { actual }) => Promise.resolve(obstaclesBeside(outlook, actual, changes)),
  update: async (client, orgId, { organisation: _organisation, ...changes }) => {
    const updated = await client.call(resources.updateCswConfiguration, { path: { orgId }, body: changes });
    return flatten(updated)?.values ?? {};
  },
});

interface Whole {
  readonly supportedLanguages?: readonly string[] | undefined;
  readonly defaultLanguage?: string | undefined;
  readonly temporalExtent?: { readonly begin?: string | undefined; readonly end?: string | undefined } | undefined;
}

function problemsWith({ supportedLanguages, defaultLanguage, temporalExtent }: Whole): Problem[] {
  return [
    ...(supportedLanguages !== undefined &&
    defaultLanguage !== undefined &&
    !supportedLanguages.includes(defaultLanguage)
      ? [{ field: "defaultLanguage", what: `"${defaultLanguage}" is not among \`supportedLanguages\`: add it there` }]
      : []),
    ...(isBefore(temporalExtent?.end, temporalExtent?.begin)
      ? [{ field: "temporalExtent", what: "ends before it begins" }]
      : []),
  ];
}

/** What is declared has to go together with what the server has beside it. */
function obstaclesBeside({ knows }: Outlook, actual: Whole, declared: Whole): Obstacle[] {
  const given = Object.fromEntries(Object.entries(declared).filter(([, value]) => value !== undefined && knows(value)));
  const { supportedLanguages, defaultLanguage } = actual;
  // The platform may have filled in the default language alone, and then does so with another one too.
  const isFilledIn = supportedLanguages?.length === 1 && supportedLanguages[0] === defaultLanguage;
  const whole: Whole = {
    ...actual,
    ...(isFilledIn ? { supportedLanguages: undefined } : {}),
    ...given,
    temporalExtent: { ...actual.temporalExtent, ...(given as Whole).temporalExtent },
  };
  return problemsWith(whole).map(({ field, what }) => ({
    field,
    what: `\`${field}\` ${what}`,
    why: `What is not declared stays as the server has it: ${JSON.stringify(besides(actual, given))}.`,
    remedy: "Declare both, so that they go together.",
  }));
}

function besides({ supportedLanguages, defaultLanguage, temporalExtent }: Whole, given: Whole): Whole {
  const all = { supportedLanguages, defaultLanguage, temporalExtent };
  const left = Object.entries(all).filter(([name]) => name === "temporalExtent" || !(name in given));
  return Object.fromEntries(left);
}

function isBefore(day: string | undefined, other: string | undefined): boolean {
  return day !== undefined && other !== undefined && day !== "" && other !== "" && day < other;
}

function flatten({ organisation, csw }: Remote): Live | undefined {
  return csw === undefined ? undefined : { id: organisation, values: { organisation, ...csw } };
}
