export * from "./buckets";
export * from "./interactions";
export * from "./organisations";
export * from "./permissions";
export * from "./projects";
export * from "./schemas";
export * from "./users";
