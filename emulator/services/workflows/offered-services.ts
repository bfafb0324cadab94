import type { workflows } from "../../../provider/contract";
import type { Bucket } from "../../world/bucket-model";
import type { Theme } from "../../world/theme-model";
import type { WorldView } from "../../world/world";

export function themeOf({ themes }: Pick<WorldView, "themes">, { properties: { theme } }: Bucket): Theme | undefined {
  return typeof theme === "string" ? themes.named(theme) : undefined;
}

/** Why datasets of the theme have no such service. A theme that names no service at all has all of them. */
export function whyNotOffered(theme: Theme | undefined, type: workflows.ServiceType): string | undefined {
  if (theme === undefined) {
    return "it has no theme, and without a theme no dataset is published";
  }
  if (theme.metadataOnly === true) {
    return `its theme "${theme.name}" publishes only metadata`;
  }
  const named = [
    ...((theme.viewServices?.wms ?? []).length > 0 ? ["wms"] : []),
    ...(theme.downloadServices ?? []).map((service) => service.type),
  ];
  return named.length === 0 || named.includes(type)
    ? undefined
    : `its theme "${theme.name}" has the services ${named.join(", ")}, and not ${type}`;
}
