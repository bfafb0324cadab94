import { store, type resources } from "../../../provider/contract";
import { parseXml } from "../../../provider/formats/xml-tree";
import { attempt, describeProblem } from "../../../provider/formats/file-problem";
import { seesBucket } from "../../access/bucket-access";
import { refuse, type InvalidField } from "../../refusal";
import type { Bucket } from "../../world/bucket-model";
import type { Desk, Platform, Visitor } from "../implement";
import { contentOf } from "../schemas/content-of";
import { unknownType, wrongPlace } from "../schemas/profile-check";
import { visibleThemeNamed } from "./visible-theme";

type Context = Platform & Desk & Visitor;

/** What is checked of a theme, as far as it is sent. */
type Sent = {
  readonly [K in "featureTypes" | "transformations" | "viewServices"]?: resources.ThemeInfo[K] | undefined;
};

/** 422 where the theme names something that is not there, or that the caller does not see. */
export async function refuseUnlessConsistent(call: Context, sent: Sent): Promise<void> {
  const { featureTypes = [], transformations = [], viewServices } = sent;
  const found = [
    ...(await problemsWithFeatureTypes(call, featureTypes)),
    ...transformations.flatMap((it, index) => problemsWithTransformation(call, it, index)),
    ...(await problemsWithStyles(viewServices?.sld ?? "")),
  ];
  if (found.length > 0) {
    throw refuse.invalid(found);
  }
}

async function problemsWithFeatureTypes(
  call: Context,
  featureTypes: resources.ThemeInfo["featureTypes"],
): Promise<InvalidField[]> {
  const problems: InvalidField[] = [];
  for (const [index, { schema, featureType, properties = [] }] of featureTypes.entries()) {
    const field = `featureTypes.${String(index)}`;
    const bucket = visibleBucket(call, "schemas", schema);
    const content = bucket === undefined ? undefined : await contentOf(call, bucket);
    if (bucket === undefined) {
      problems.push(notThere(`${field}.schema`, "schema", schema));
    } else if (content === undefined) {
      problems.push({ field: `${field}.schema`, message: "has no files that could be read as a schema" });
    } else {
      const wrongType = unknownType(content, `${field}.featureType`, featureType);
      const wrongProperties = properties.flatMap(({ property }, at) =>
        wrongPlace(content, `${field}.properties.${String(at)}`, { featureType, property }),
      );
      problems.push(...(wrongType.length > 0 ? wrongType : wrongProperties));
    }
  }
  return problems;
}

function problemsWithTransformation(
  call: Context,
  { project, theme }: resources.ThemeInfo["transformations"][number],
  index: number,
): InvalidField[] {
  const field = `transformations.${String(index)}`;
  return [
    ...(visibleBucket(call, "projects", project) === undefined
      ? [notThere(`${field}.project`, "transformation project", project)]
      : []),
    ...(visibleThemeNamed(call, theme) === undefined ? [notThere(`${field}.theme`, "theme", theme)] : []),
  ];
}

async function problemsWithStyles(sld: string): Promise<InvalidField[]> {
  if (sld === "") {
    return [];
  }
  const field = "viewServices.sld";
  const read = await attempt(() => parseXml(Buffer.from(sld), "sld"));
  if ("problem" in read) {
    return [{ field, message: describeProblem(read.problem) }];
  }
  const { name } = read.value;
  return name === "StyledLayerDescriptor"
    ? []
    : [{ field, message: `its root is <${name}>: a <StyledLayerDescriptor> is expected` }];
}

function visibleBucket({ world, visitor }: Context, name: store.StoreName, combinedId: string): Bucket | undefined {
  const key = store.readCombinedId(combinedId);
  const bucket = key === undefined ? undefined : world.buckets.get(name, key);
  return bucket !== undefined && seesBucket(world, visitor, bucket) ? bucket : undefined;
}

function notThere(field: string, what: string, id: string): InvalidField {
  return { field, message: `there is no ${what} ${id}, or you are not allowed to see it` };
}
