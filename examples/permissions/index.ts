import * as pulumi from "@pulumi/pulumi";
import { ApiToken, CswConfiguration, OrganisationSharing, OrganisationSharingList } from "pulumi-haleconnect";
import { geodienst, land, organisations, ost, west } from "./organisations";
import "./roles";
import { users } from "./users";

/** One more partner of Kreis West; with whom else it shares is left to its own people. */
new OrganisationSharing("Geodienst works for Kreis West", { organisation: west, sharedWith: geodienst });

/** Everybody with whom Kreis Ost shares: what is added by hand is drift. */
new OrganisationSharingList("partners of Kreis Ost", { organisation: ost, sharedWith: [west] });

/** The platform's operator gives an organisation its CSW endpoint on request, so this waits until it is there. */
if (new pulumi.Config().getBoolean("csw") ?? false) {
  new CswConfiguration("catalogue of Land Muster", {
    organisation: land,
    supportedLanguages: ["ger", "eng"],
    defaultLanguage: "ger",
    gemetKeywords: ["land use"],
    serviceConformity: "conformant",
    temporalExtent: { begin: "2020-01-01" },
  });
}

/** Opens the protected services of Kreis West to a map viewer; an `up` renews it before its time is over. */
const token = new ApiToken("map viewer", { organisation: west, name: "map viewer", validDays: 90, reminderDays: 14 });

export const organisationIds = pulumi.all(idsOf(organisations));
export const userIds = pulumi.all(idsOf(users));
/** A secret: shown by `pulumi stack output mapViewerToken --show-secrets`. */
export const mapViewerToken = token.token;

function idsOf(resources: Readonly<Record<string, pulumi.CustomResource>>): Record<string, pulumi.Output<string>> {
  return Object.fromEntries(Object.entries(resources).map(([name, { id }]) => [name, id]));
}
