import tseslint from "typescript-eslint";

/** What the compiler does not catch: promises nobody waits for, values that are always true, unsafe `any`, and size. */
export default tseslint.config(
  { ignores: ["**/node_modules/", "dist/", "coverage/", ".haleconnect/", "**/*.cjs"] },
  {
    files: ["**/*.ts"],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      // Modules that cost time are loaded where they are used first.
      "@typescript-eslint/no-require-imports": "off",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true, allowNullish: false }],
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "@typescript-eslint/ban-ts-comment": "error",
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "no-console": "off",
      eqeqeq: "error",
      complexity: ["error", 15],
      "max-lines": ["error", { max: 300 }],
      "max-lines-per-function": ["error", { max: 60, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    // A `describe` holds its tests, so its length says nothing.
    files: ["test/**/*.ts"],
    rules: { "max-lines-per-function": "off", "@typescript-eslint/require-await": "off" },
  },
  {
    // Printed, most of it documentation.
    files: ["provider/resources/*.ts"],
    rules: { "max-lines": "off" },
  },
  {
    // An example sees the package only once it is packed into it; the end-to-end tests compile it against that.
    files: ["examples/**/*.ts"],
    extends: [tseslint.configs.disableTypeChecked],
  },
  {
    files: ["**/*.mjs"],
    languageOptions: { ecmaVersion: "latest", sourceType: "module" },
    rules: { eqeqeq: "error", complexity: ["error", 15], "max-lines": ["error", { max: 300 }], "no-undef": "off" },
  },
);
