import { contentObstacles } from "../content/content-obstacles";
import type { Obstacle, Outlook } from "../kind";
import { notThere } from "../obstacle";
import { isContent, isTheme } from "./resource-id";

/** What speaks against writing on a resource. Whether one of a kind that nobody can declare exists, only the server knows. */
export async function resourceObstacles(outlook: Outlook, resource: string): Promise<Obstacle[]> {
  if (!outlook.knows(resource) || isContent(resource)) {
    return contentObstacles(outlook, resource, "resource");
  }
  return isTheme(resource) ? themeObstacles(outlook, resource) : [];
}

async function themeObstacles({ see }: Outlook, theme: string): Promise<Obstacle[]> {
  return (await see("Theme", theme)) !== undefined
    ? []
    : [notThere("resource", `theme ${theme}`, "Give the id of an existing theme, or pass a Theme resource.")];
}
