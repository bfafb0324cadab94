import type { Obstacle, Outlook } from "../kind";
import { notThere } from "../obstacle";
import { listIfKnown } from "../traits";
import { namedTypeObstacles } from "./feature-type-obstacles";
import { schemaObstacles } from "./schema-form";
import type { ThemeChanges } from "./theme-fields";

/** What a theme names that is not there, or that its schema does not have. */
export async function themeObstacles(outlook: Outlook, declared: ThemeChanges): Promise<Obstacle[]> {
  const { baseTheme, featureTypes = [], transformations = [] } = declared;
  const found = await Promise.all([
    baseTheme === undefined ? [] : existingTheme(outlook, baseTheme, "baseTheme"),
    ...bySchema(outlook, featureTypes).map(([schema, names]) => ofSchema(outlook, schema, names)),
    ...(listIfKnown(transformations) ?? []).flatMap(({ project, theme }) => [
      existingProject(outlook, project),
      existingTheme(outlook, theme, "transformations"),
    ]),
  ]);
  return found.flat();
}

export async function existingTheme({ knows, see }: Outlook, theme: string, field: string): Promise<Obstacle[]> {
  return !knows(theme) || (await see("Theme", theme)) !== undefined
    ? []
    : [notThere(field, `theme ${theme}`, "Give the id of an existing theme, or pass a Theme resource.")];
}

async function existingProject({ knows, see }: Outlook, project: string): Promise<Obstacle[]> {
  return !knows(project) || (await see("TransformationProject", project)) !== undefined
    ? []
    : [
        notThere(
          "transformations",
          `transformation project ${project}`,
          "Give the id of an existing project, or pass a TransformationProject resource.",
        ),
      ];
}

async function ofSchema(outlook: Outlook, schema: string, names: readonly string[]): Promise<Obstacle[]> {
  const missing = await schemaObstacles(outlook, schema, "featureTypes");
  const named = names.map((name) => ({ field: "featureTypes", name }));
  return missing.length > 0 ? missing : namedTypeObstacles(outlook, schema, named);
}

/** The known schemas, each with the names of its feature types that are known. */
function bySchema(
  { knows }: Outlook,
  featureTypes: NonNullable<ThemeChanges["featureTypes"]>,
): (readonly [string, readonly string[]])[] {
  const named = new Map<string, string[]>();
  for (const { schema, featureType } of listIfKnown(featureTypes) ?? []) {
    if (knows(schema)) {
      named.set(schema, [...(named.get(schema) ?? []), ...(knows(featureType) ? [featureType] : [])]);
    }
  }
  return [...named];
}
