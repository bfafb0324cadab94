import { Stack, Tenant, type Declaration } from "./stack";

let tenant: Tenant;
let stack: Stack;
beforeEach(async () => {
  tenant = await Tenant.start();
  stack = new Stack(() => tenant.clientOf(tenant.emulator.username, tenant.emulator.password));
});
afterEach(() => tenant.stop());

const xsd = (...types: string[]): string =>
  `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:gml="http://www.opengis.net/gml/3.2" xmlns="urn:roads" targetNamespace="urn:roads" elementFormDefault="qualified">
     <xs:import namespace="http://www.opengis.net/gml/3.2" schemaLocation="http://schemas.opengis.net/gml/3.2.1/gml.xsd"/>
     ${types
       .map(
         (name) =>
           `<xs:element name="${name}" type="${name}Type" substitutionGroup="gml:AbstractFeature"/>
            <xs:complexType name="${name}Type"><xs:complexContent><xs:extension base="gml:AbstractFeatureType"><xs:sequence>
              <xs:element name="number" type="xs:string"/>
            </xs:sequence></xs:extension></xs:complexContent></xs:complexType>`,
       )
       .join("")}
   </xs:schema>`;
const schema = (...types: string[]): Declaration => ({
  kind: "Schema",
  name: "roads",
  values: () => ({ organisation: "1", name: "Roads", files: [{ name: "roads.xsd", content: xsd(...types) }] }),
});
const profile = (demands: Record<string, unknown>): Declaration => ({
  kind: "SchemaProfile",
  name: "strict",
  values: (idOf) => ({ organisation: "1", schema: idOf("roads"), name: "Strict", ...demands }),
});
const termOf = (featureType: string) => ({
  operator: "and",
  terms: [{ featureType, property: "number", comparison: "exists" }],
});

describe("a profile with a feature type that its schema does not have", () => {
  beforeEach(() => stack.up([schema("Road", "Bridge")]));

  it.each([
    { mandatoryFeatureTypes: ["Raod"] },
    { constraints: [{ featureType: "Raod", property: "number", contentRequired: true }] },
    { conditions: [{ name: "a", if: termOf("Road"), then: termOf("Raod") }] },
    { taggedValues: [{ featureType: "Raod", tag: "a", value: "b" }] },
  ])("is refused in the preview, and the error lists the schema's types: %j", async (demands) => {
    const [field = ""] = Object.keys(demands);
    await expect(stack.preview([schema("Road", "Bridge"), profile(demands)])).rejects.toThrow(
      new RegExp(
        `HC3003.*has no feature type "Raod"[^]*\`${field}\`[^]*The schema has {urn:roads}Road, {urn:roads}Bridge\\.`,
      ),
    );
  });

  it("is not a name with a namespace, the name of a type, or a value that is not known yet", async () => {
    const declared = profile({ mandatoryFeatureTypes: ["Road", "{urn:roads}Bridge", "RoadType"] });
    await stack.preview([schema("Road", "Bridge"), declared]);
    await stack.up([schema("Road", "Bridge"), declared]);
  });

  it("is not refused if this run changes the schema, by its files or in its bucket", async () => {
    const tunnels = profile({ mandatoryFeatureTypes: ["Tunnel"] });
    await stack.preview([schema("Road", "Tunnel"), tunnels]);
    const file: Declaration = {
      kind: "BucketFile",
      name: "tunnels",
      values: (idOf) => ({ bucket: idOf("roads"), name: "tunnels.xsd", source: { content: xsd("Tunnel") } }),
    };
    await stack.preview([schema("Road", "Bridge"), file, tunnels]);
    await stack.up([schema("Road", "Tunnel"), tunnels]);
  });
});
