import { resources, schemas, store } from "../../../provider/contract";
import type { Stage } from "../../support/stage";

/** The owner in the form of the API. */
const org = (ownerId: string) => ({ ownerType: "org", ownerId }) as const;

/** Makes a bucket of an organisation, and gives its id as the provider has it. */
export async function aBucket(stage: Stage, organisation: string, name: string): Promise<string> {
  const ident = await stage.outOfBand.call(store.data.createBucketWithOwner, {
    path: org(organisation),
    body: { name },
  });
  return `data/org.${organisation}.${ident.bucket ?? ""}`;
}

/** Makes a schema of an organisation from a preset, and gives its id as the provider has it. */
export async function aSchema(stage: Stage, organisation: string, name: string): Promise<string> {
  const body = { name, source: { kind: "preset", preset: (await aPreset(stage)).id } } as const;
  const made = await stage.outOfBand.call(schemas.createSchema, { path: org(organisation), body });
  return `schemas/${made.id}`;
}

/** Makes a theme of an organisation, and gives its id as the provider has it. */
export async function aTheme(stage: Stage, organisation: string, name: string): Promise<string> {
  return (await stage.outOfBand.call(resources.createTheme, { path: org(organisation), body: { name } })).id;
}

async function aPreset(stage: Stage) {
  const [first] = await stage.outOfBand.call(schemas.getPresets, {});
  if (first === undefined) {
    throw new Error("There is no preset");
  }
  return first;
}

/** An XSD with one type, of which a profile can speak. */
export const xsd = (type: string) => `<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:gml="http://www.opengis.net/gml/3.2"
    xmlns:t="https://example.org/${type}" targetNamespace="https://example.org/${type}" elementFormDefault="qualified">
  <xs:import namespace="http://www.opengis.net/gml/3.2" schemaLocation="http://schemas.opengis.net/gml/3.2.1/gml.xsd"/>
  <xs:element name="${type}" type="t:${type}Type" substitutionGroup="gml:AbstractFeature"/>
  <xs:complexType name="${type}Type">
    <xs:complexContent>
      <xs:extension base="gml:AbstractFeatureType">
        <xs:sequence>
          <xs:element name="name" type="xs:string"/>
          <xs:element name="height" type="xs:decimal" minOccurs="0" maxOccurs="unbounded"/>
        </xs:sequence>
      </xs:extension>
    </xs:complexContent>
  </xs:complexType>
</xs:schema>
`;

/** A project without a mapping yet. */
export const halex = (name: string) => `<?xml version="1.0" encoding="UTF-8"?>
<hale-project version="5.4.0">
  <name>${name}</name>
  <author>Erika</author>
</hale-project>
`;

export const ownerOnly = { user: "either the organisation or the user owns it" };
export const switched = { none: "a switch is on or off" };
