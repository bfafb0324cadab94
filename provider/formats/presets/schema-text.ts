/** A small XSD is made of this: the application schema of a preset, by hand and cut to a few properties. */
export interface PresetSchema {
  readonly namespace: string;
  readonly prefix: string;
  readonly version: string;
  /** Namespaces that its types come from, by their prefixes, each with where its XSD is published. */
  readonly imports: Readonly<Record<string, { readonly namespace: string; readonly location: string }>>;
  readonly featureTypes: readonly PresetFeatureType[];
}

export interface PresetFeatureType {
  readonly name: string;
  readonly isAbstract?: boolean;
  /** Another one of this schema. */
  readonly base?: string;
  /** `name` to type: `gml:PointPropertyType`, `string?`, `Reference*`; `?` at most one, `*` any number, `+` at least one. */
  readonly properties: Readonly<Record<string, string>>;
}

const gml = { namespace: "http://www.opengis.net/gml/3.2", location: "http://schemas.opengis.net/gml/3.2.1/gml.xsd" };

export function schemaText({ namespace, prefix, version, imports, featureTypes }: PresetSchema): string {
  const all = Object.entries({ gml, ...imports });
  const prefixes = all.map(([name, it]) => `  xmlns:${name}="${it.namespace}"`);
  const lines = all.map(([, it]) => `  <import namespace="${it.namespace}" schemaLocation="${it.location}"/>`);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<schema xmlns="http://www.w3.org/2001/XMLSchema"',
    ...prefixes,
    `  xmlns:${prefix}="${namespace}"`,
    `  targetNamespace="${namespace}" elementFormDefault="qualified" version="${version}">`,
    ...lines,
    ...featureTypes.flatMap((type) => featureTypeText(prefix, type)),
    "</schema>",
    "",
  ].join("\n");
}

function featureTypeText(prefix: string, { name, isAbstract, base, properties }: PresetFeatureType): string[] {
  const head = base === undefined ? "gml:AbstractFeature" : `${prefix}:${base}`;
  const baseType = base === undefined ? "gml:AbstractFeatureType" : `${prefix}:${base}Type`;
  const abstract = isAbstract === true ? ' abstract="true"' : "";
  return [
    `  <element name="${name}" type="${prefix}:${name}Type" substitutionGroup="${head}"${abstract}/>`,
    `  <complexType name="${name}Type"${abstract}>`,
    `    <complexContent>`,
    `      <extension base="${baseType}">`,
    `        <sequence>`,
    ...Object.entries(properties).map(([property, type]) => `          ${propertyText(property, type)}`),
    `        </sequence>`,
    `      </extension>`,
    `    </complexContent>`,
    `  </complexType>`,
  ];
}

const occurrences: Readonly<Record<string, string>> = {
  "?": ' minOccurs="0"',
  "*": ' minOccurs="0" maxOccurs="unbounded"',
  "+": ' maxOccurs="unbounded"',
};

function propertyText(name: string, said: string): string {
  const [, type = said, often = ""] = /^(.*?)([?*+]?)$/.exec(said) ?? [];
  return `<element name="${name}" type="${type}"${occurrences[often] ?? ""}/>`;
}
