import { z } from "zod";
import * as resources from "../../contract/resources";
import { comparedAs } from "../equality";
import {
  attachedKind,
  type Declared,
  type Fields,
  type Live,
  type Obstacle,
  type Outlook,
  type Problem,
} from "../kind";
import { isLanguage } from "./languages";
import { organisationObstacles } from "../people/membership";
import { orAbsent } from "../refusals";
import { setOf } from "../traits";
import { organisationId } from "../references";
import { ofOneOrganisation } from "../standing";

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
    doc: "The organisation. It needs its own CSW endpoint.",
    source: "platform#csw-configuration",
  },
  supportedLanguages: {
    type: setOf(language).min(1, "expected at least one language").optional(),
    mark: "mutable",
    doc: "Languages of the metadata: one or more ISO 639-2 codes, the default language among them. Default of the platform: the default language alone.",
    source: "platform#csw-configuration",
  },
  defaultLanguage: {
    type: language.optional(),
    mark: "mutable",
    doc: "Default language of the metadata, an ISO 639-2 code such as `ger`.",
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
    doc: "Keywords of the GEMET thesaurus, up to 200 characters each. An empty list removes all.",
    source: "platform#csw-configuration",
  },
  serviceConformity: {
    type: form.serviceConformity,
    mark: "mutable",
    doc: "Conformity of the service with INSPIRE.",
    source: "platform#csw-configuration",
  },
  temporalExtent: {
    type: z
      .strictObject({ begin: z.union([day, z.literal("")]).optional(), end: z.union([day, z.literal("")]).optional() })
      .optional(),
    mark: "mutable",
    doc: "The time that the data is about, from the date `begin` to the date `end`, YYYY-MM-DD, both included. An empty text leaves that end open.",
    source: "platform#csw-configuration",
  },
} as const satisfies Fields;

/** The CSW INSPIRE metadata of an organisation (docs/platform.md#csw). */
export const cswConfiguration = attachedKind({
  name: "CswConfiguration",
  doc: "The CSW INSPIRE metadata of an organisation that has its own CSW endpoint. wetransform activates such an endpoint on request. On the platform a change takes up to 24 hours. Deleting the resource gives the fields back their former values.",
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
  reads: [resources.getOrganisationSettings],
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
  standing: ofOneOrganisation,
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
            why: "Only an organisation with its own endpoint has CSW metadata to configure.",
            remedy:
              "Ask wetransform to activate the endpoint. On an embedded hale»connect an administrator activates it (PUT /resources/organisations/{orgId}/cswEndpoint).",
          },
        ];
  },
  changeObstacles: (outlook, changes, { actual }) => Promise.resolve(obstaclesBeside(outlook, actual, changes)),
  update: async (client, orgId, { organisation: _organisation, ...changes }) => {
    const updated = await client.call(resources.updateCswConfiguration, { path: { orgId }, body: changes });
    return flatten(updated)?.values ?? {};
  },
});

/** The fields that have to fit together. */
type Whole = Partial<Pick<Declared<typeof inputs>, "supportedLanguages" | "defaultLanguage" | "temporalExtent">>;

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

/** The declared values have to fit those that the server keeps. */
function obstaclesBeside({ knows }: Outlook, actual: Whole, declared: Whole): Obstacle[] {
  const given = Object.fromEntries(Object.entries(declared).filter(([, value]) => value !== undefined && knows(value)));
  const { supportedLanguages, defaultLanguage } = actual;
  // The platform may have filled in the default language by itself. It then fills in a new default language as well.
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
    why: `Values that are not declared stay as the server has them: ${JSON.stringify(besides(actual, given))}.`,
    remedy: "Declare both values so that they fit together.",
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
