import { z } from "zod";
import { designed } from "../evidence";
import { Feedback } from "../models";
import { operation } from "../operation";
import { ofOwner } from "../store/ident";
import { service } from "./service";
import { NewTheme, ThemeInfo, ThemeUpdate } from "./theme-models";

const oneTheme = {
  tag: "Themes",
  path: "/themes/{ownerType}/{ownerId}/{themeId}",
  pathParameters: { ...ofOwner, themeId: z.string().min(1).max(100).describe("Id of the theme.") },
} as const;

export const getThemes = operation(service, {
  id: "getThemes",
  tag: "Themes",
  method: "GET",
  path: "/themes",
  summary: "All themes that the caller can see, ordered by combined id",
  answer: z.array(ThemeInfo),
  access: "public",
  paged: true,
  evidence: designed("platform#theme-details", "the list «Themes»"),
});

export const getTheme = operation(service, {
  ...oneTheme,
  id: "getTheme",
  method: "GET",
  summary: "A theme",
  answer: ThemeInfo,
  access: "public",
  refusals: [404],
  evidence: designed("platform#theme-details", "the page of a theme"),
});

export const createTheme = operation(service, {
  id: "createTheme",
  tag: "Themes",
  method: "POST",
  path: "/themes/{ownerType}/{ownerId}",
  summary: "Create a theme",
  pathParameters: ofOwner,
  body: NewTheme,
  answer: ThemeInfo,
  status: 201,
  refusals: [404, 422],
  evidence: designed("platform#theme-creation", "«Create new theme»"),
});

export const updateTheme = operation(service, {
  ...oneTheme,
  id: "updateTheme",
  method: "PUT",
  summary: "Change a theme",
  body: ThemeUpdate,
  answer: ThemeInfo,
  refusals: [404, 422],
  evidence: designed("platform#theme-details", "the sections of a theme's page"),
});

export const deleteTheme = operation(service, {
  ...oneTheme,
  id: "deleteTheme",
  method: "DELETE",
  summary: "Delete a theme that no dataset has, irrecoverably",
  answer: Feedback,
  refusals: [404, 409],
  evidence: designed("platform#theme-deletion", "«Delete»"),
});
