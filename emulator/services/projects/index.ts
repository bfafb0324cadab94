import { ofMappings } from "./mapping";
import { ofProjects } from "./projects";

export const projectsService = [...ofProjects, ...ofMappings];
