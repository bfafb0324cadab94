export * from "./buckets";
export * from "./organisations";
export * from "./permissions";
export * from "./projects";
export * from "./reports";
export * from "./schemas";
export * from "./users";
