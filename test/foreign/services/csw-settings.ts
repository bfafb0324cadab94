import { z } from "zod";
import { changed, homepage, language, mail, readBody, telephone, text } from "../core/checking";
import { invalid } from "../core/fault";
import { organizationIn } from "../core/finding";
import type { CswSettings } from "../core/model";
import type { Answer, Call, Route } from "../core/routing";

const change = z.strictObject({
  enabled: z.boolean().optional(),
  service_title: text(200).nullish(),
  service_abstract: text(4000).nullish(),
  keywords: z.array(text(100)).max(50).optional(),
  provider: z
    .strictObject({
      name: text(200).nullish(),
      site: homepage.nullish(),
      contact: z
        .strictObject({ person: text(200).nullish(), mail: mail.nullish(), telephone: telephone.nullish() })
        .optional(),
    })
    .optional(),
  languages: z
    .strictObject({ default: language.optional(), supported: z.array(language).min(1).max(24).optional() })
    .optional(),
});

const initial: CswSettings = {
  enabled: false,
  service_title: null,
  service_abstract: null,
  keywords: [],
  provider: { name: null, site: null, contact: { person: null, mail: null, telephone: null } },
  languages: { default: "ger", supported: ["ger"] },
};

const settingsOf = ({ state }: Call, organizationId: number): CswSettings => state.csw.get(organizationId) ?? initial;

/** Keeps the settings if the catalogue can run with them. */
function keep(call: Call, settings: CswSettings): CswSettings {
  if (!settings.languages.supported.includes(settings.languages.default)) {
    throw invalid("languages.default", "is not among the supported languages");
  }
  if (settings.enabled && settings.service_title === null) {
    throw invalid("service_title", "is needed while the catalogue is enabled");
  }
  call.state.csw.set(organizationIn(call, "csw:manage").organization_id, settings);
  return settings;
}

function amend(call: Call): Answer {
  const former = settingsOf(call, organizationIn(call, "csw:manage").organization_id);
  const { provider, languages, ...rest } = readBody(change, call.body);
  const settings: CswSettings = {
    ...changed(former, rest),
    provider: {
      ...changed(former.provider, { name: provider?.name, site: provider?.site }),
      contact: changed(former.provider.contact, provider?.contact),
    },
    languages: changed(former.languages, languages),
  };
  return { status: 200, body: keep(call, settings) };
}

function read(call: Call): Answer {
  return { status: 200, body: settingsOf(call, organizationIn(call).organization_id) };
}

function activate(call: Call): Answer {
  const { organization_id } = organizationIn(call, "csw:manage");
  return { status: 200, body: keep(call, { ...settingsOf(call, organization_id), enabled: true }) };
}

function deactivate(call: Call): Answer {
  const { organization_id } = organizationIn(call, "csw:manage");
  keep(call, { ...settingsOf(call, organization_id), enabled: false });
  return { status: 204 };
}

const settings = "/organizations/{organization_id}/csw-settings";

export const cswRoutes: Route[] = [
  { method: "get", path: settings, answer: read },
  { method: "patch", path: settings, answer: amend },
  { method: "post", path: `${settings}/activation`, answer: activate },
  { method: "delete", path: `${settings}/activation`, answer: deactivate },
];
