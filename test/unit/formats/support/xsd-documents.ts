import { readSchemaFiles, type SchemaContent } from "../../../../provider/formats";
import { inMemoryFolder } from "./samples";

export const document = (inside: string, namespace = "urn:t") =>
  `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:gml="http://www.opengis.net/gml/3.2"${namespace === "" ? "" : ` xmlns:t="${namespace}" targetNamespace="${namespace}"`}>${inside}</xs:schema>`;
export const field = (name: string) => `<xs:element name="${name}" type="xs:string"/>`;
export const fields = (...names: string[]) => `<xs:sequence>${names.map(field).join("")}</xs:sequence>`;
export const type = (name: string, inside: string) => `<xs:complexType name="${name}">${inside}</xs:complexType>`;
export const derived = (how: string, base: string, inside: string) =>
  `<xs:complexContent><xs:${how} base="${base}">${inside}</xs:${how}></xs:complexContent>`;
export const extended = (base: string, ...names: string[]) => derived("extension", base, fields(...names));
export const road = '<xs:element name="Road" type="t:RoadType" substitutionGroup="gml:AbstractFeature"/>';
export const roadType = type("RoadType", extended("gml:AbstractFeatureType", "name"));
export const redefine = (file: string, inside: string) =>
  `<xs:redefine schemaLocation="${file}">${inside}</xs:redefine>`;
export const override = (file: string, inside: string) =>
  `<xs:override schemaLocation="${file}">${inside}</xs:override>`;
export const include = (file: string) => `<xs:include schemaLocation="${file}"/>`;

export const read = async (contents: Record<string, string>): Promise<SchemaContent> => {
  const { files, open } = inMemoryFolder(contents);
  const content = await readSchemaFiles(files, open);
  if (content === undefined) {
    throw new Error("None of the files is a schema.");
  }
  return content;
};
/** `Road[name,lanes]`, as everything that reads the schema has it. */
export const shown = ({ featureTypes }: SchemaContent) =>
  featureTypes.map(({ name, properties }) => `${name}[${properties.map((it) => it.name).join()}]`);
export const told = ({ problems }: SchemaContent) => problems.map(({ file, message }) => `${file ?? ""}: ${message}`);
