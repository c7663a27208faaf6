import js from "@eslint/js";

export default [
  js.configs.recommended,
  {
    files: ["web/static/js/*.js", "web/static/embed.js"],
    languageOptions: { ecmaVersion: 2022, sourceType: "module" },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      curly: ["error", "multi-line"],
      eqeqeq: "error",
      "no-eval": "error",
      "no-implied-eval": "error",
      "no-restricted-properties": ["error", { property: "outerHTML" }, { property: "insertAdjacentHTML" }],
      "no-undef": "off", // tsc knows what a browser has
      "no-var": "error",
      "prefer-const": "error",
    },
  },
  { files: ["web/static/embed.js"], languageOptions: { sourceType: "script" } }, // other sites load it by a plain script
];
