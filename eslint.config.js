// Rules for the scripts of the page, their tools and their tests.
import js from "@eslint/js";
import globals from "globals";

/** What both browsers and Node have. */
const withoutDom = {
  ...Object.fromEntries(Object.keys(globals.browser).map((name) => [name, "off"])),
  ...globals["shared-node-browser"],
};

export default [
  { ignores: ["src/sysmap/page/assets/page.js", ".venv/", ".cache/"] },
  js.configs.recommended,
  {
    languageOptions: { ecmaVersion: 2022, sourceType: "module" },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      curly: ["error", "multi-line"],
      eqeqeq: "error",
      "max-lines": ["error", 400],
      "no-eval": "error",
      "no-implied-eval": "error",
      "no-param-reassign": "error",
      "no-restricted-properties": [
        "error",
        // Text enters the page only as text nodes.
        { property: "innerHTML" },
        { property: "outerHTML" },
        { property: "insertAdjacentHTML" },
        { object: "document", property: "write" },
      ],
      "no-shadow": "error",
      "no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
      "no-use-before-define": ["error", { functions: false, variables: false }],
      "no-var": "error",
      "object-shorthand": "error",
      "prefer-const": "error",
      "prefer-template": "error",
    },
  },
  { files: ["src/sysmap/page/assets/**/*.js"], languageOptions: { globals: globals.browser } },
  {
    // Without a DOM: what the tests run in Node must not reach for the page.
    files: ["src/sysmap/page/assets/core/**/*.js"],
    languageOptions: { globals: withoutDom },
  },
  { files: ["scripts/**/*.js", "tests/**/*.js", "*.config.js"], languageOptions: { globals: globals.node } },
];
