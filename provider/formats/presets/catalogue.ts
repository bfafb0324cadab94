import { schemaText, type PresetFeatureType, type PresetSchema } from "./schema-text";

/** A schema that the platform has ready (docs/platform.md#schemas). */
export interface Preset {
  readonly id: string;
  readonly name: string;
  readonly version: string;
  readonly type: string;
  readonly namespace: string;
  /** Where the whole XSD is published. */
  readonly address: string;
  /** The file that a schema made of it gets. */
  readonly file: string;
  readonly xsd: () => string;
}

interface Theme {
  readonly title: string;
  /** `ad` */
  readonly prefix: string;
  /** `Addresses` */
  readonly file: string;
  readonly versions: readonly string[];
  readonly featureTypes: readonly PresetFeatureType[];
}

/**
 * Which presets the platform has is not public beyond «INSPIRE Addresses 4.0» and «3.0» (docs/platform.md#schemas). These are the themes
 * that come first, with the names of their feature types and a few properties of each: something true to try on, not a
 * copy of the published schemas.
 */
const themes: readonly Theme[] = [
  {
    title: "Addresses",
    prefix: "ad",
    file: "Addresses",
    versions: ["4.0", "3.0"],
    featureTypes: [
      {
        name: "Address",
        properties: {
          inspireId: "base:IdentifierPropertyType?",
          alternativeIdentifier: "string?",
          validFrom: "dateTime",
          validTo: "dateTime?",
          beginLifespanVersion: "dateTime",
          component: "gml:ReferenceType+",
        },
      },
      {
        name: "AddressComponent",
        isAbstract: true,
        properties: {
          inspireId: "base:IdentifierPropertyType?",
          beginLifespanVersion: "dateTime",
          status: "gml:ReferenceType",
        },
      },
      { name: "AddressAreaName", base: "AddressComponent", properties: { name: "string+" } },
      { name: "AdminUnitName", base: "AddressComponent", properties: { name: "string+", level: "gml:ReferenceType" } },
      { name: "PostalDescriptor", base: "AddressComponent", properties: { postName: "string*", postCode: "string?" } },
      { name: "ThoroughfareName", base: "AddressComponent", properties: { name: "string+" } },
    ],
  },
  {
    title: "Administrative Units",
    prefix: "au",
    file: "AdministrativeUnits",
    versions: ["4.0", "3.0"],
    featureTypes: [
      {
        name: "AdministrativeUnit",
        properties: {
          geometry: "gml:MultiSurfacePropertyType",
          nationalCode: "string",
          inspireId: "base:IdentifierPropertyType",
          nationalLevel: "gml:ReferenceType",
          country: "string",
          name: "string+",
          beginLifespanVersion: "dateTime",
          upperLevelUnit: "gml:ReferenceType?",
        },
      },
      {
        name: "AdministrativeBoundary",
        properties: {
          geometry: "gml:CurvePropertyType",
          inspireId: "base:IdentifierPropertyType",
          country: "string",
          admUnit: "gml:ReferenceType*",
        },
      },
      {
        name: "Condominium",
        properties: { inspireId: "base:IdentifierPropertyType", geometry: "gml:MultiSurfacePropertyType" },
      },
    ],
  },
  {
    title: "Cadastral Parcels",
    prefix: "cp",
    file: "CadastralParcels",
    versions: ["4.0", "3.0"],
    featureTypes: [
      {
        name: "CadastralParcel",
        properties: {
          areaValue: "gml:AreaType?",
          beginLifespanVersion: "dateTime",
          geometry: "gml:GeometryPropertyType",
          inspireId: "base:IdentifierPropertyType?",
          label: "string",
          nationalCadastralReference: "string",
        },
      },
      {
        name: "CadastralZoning",
        properties: {
          geometry: "gml:MultiSurfacePropertyType",
          label: "string",
          nationalCadastalZoningReference: "string",
        },
      },
      { name: "BasicPropertyUnit", properties: { nationalCadastralReference: "string", areaValue: "gml:AreaType?" } },
    ],
  },
  {
    title: "Geographical Names",
    prefix: "gn",
    file: "GeographicalNames",
    versions: ["4.0", "3.0"],
    featureTypes: [
      {
        name: "NamedPlace",
        properties: {
          beginLifespanVersion: "dateTime",
          geometry: "gml:GeometryPropertyType",
          inspireId: "base:IdentifierPropertyType",
          localType: "string*",
          name: "string+",
          type: "gml:ReferenceType*",
        },
      },
    ],
  },
  {
    title: "Protected Sites",
    prefix: "ps",
    file: "ProtectedSites",
    versions: ["4.0", "3.0"],
    featureTypes: [
      {
        name: "ProtectedSite",
        properties: {
          geometry: "gml:GeometryPropertyType",
          inspireID: "base:IdentifierPropertyType",
          legalFoundationDate: "dateTime",
          siteDesignation: "string*",
          siteName: "string*",
          siteProtectionClassification: "string*",
        },
      },
    ],
  },
];

export const presets: readonly Preset[] = themes.flatMap((theme) =>
  theme.versions.map((version) => presetOf(theme, version)),
);

function presetOf({ title, prefix, file, featureTypes }: Theme, version: string): Preset {
  const isOld = version === "3.0";
  // With version 4.0 the namespaces became addresses.
  const namespace = isOld
    ? `urn:x-inspire:specification:gmlas:${file}:${version}`
    : `http://inspire.ec.europa.eu/schemas/${prefix}/${version}`;
  const base = isOld
    ? {
        namespace: "urn:x-inspire:specification:gmlas:BaseTypes:3.2",
        location: "http://inspire.ec.europa.eu/schemas/base/3.2/BaseTypes.xsd",
      }
    : {
        namespace: "http://inspire.ec.europa.eu/schemas/base/3.3",
        location: "http://inspire.ec.europa.eu/schemas/base/3.3/BaseTypes.xsd",
      };
  const schema: PresetSchema = { namespace, prefix, version, imports: { base }, featureTypes };
  return {
    id: `inspire-${prefix}-${version}`,
    name: `INSPIRE ${title} ${version}`,
    version,
    type: "INSPIRE",
    namespace,
    address: `http://inspire.ec.europa.eu/schemas/${prefix}/${version}/${file}.xsd`,
    file: `${file}.xsd`,
    xsd: () => schemaText(schema),
  };
}
