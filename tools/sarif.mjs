#!/usr/bin/env node
// Turns what the C# compiler logs with -p:ErrorLog=app.sarif%2Cversion=2.1 into what code hosts read. Copy this file; it needs nothing but Node.
//
//   node sarif.mjs suppressed <log>...        prints every suppressed finding with its reason
//   node sarif.mjs sarif <output> <log>...    one SARIF file: our findings only, without the suppressed ones, with severities
//   node sarif.mjs gitlab <output> <log>...   the same as a code quality report of GitLab
//
// Run it where the repository's root is: paths become relative to the working directory.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ours = (id) => id.startsWith('CDKSEC');

// Levels of SARIF, and what others call them: the scale of security-severity is that of CVSS.
const severities = {
  error: { score: '8.0', word: 'HIGH', gitlab: 'critical' },
  warning: { score: '6.0', word: 'MEDIUM', gitlab: 'major' },
  note: { score: '3.0', word: 'LOW', gitlab: 'minor' },
};
const order = ['note', 'warning', 'error'];

const [command, ...words] = process.argv.slice(2);
if (command === 'suppressed' && words.length > 0) {
  const found = read(words).results.filter(isSuppressed);
  found.forEach((result) => console.log(`${place(result)}: ${result.ruleId}: ${reason(result)}`));
  console.log(`${found.length} suppressed`);
} else if (command === 'sarif' && words.length > 1) {
  write(words[0], sarif(read(words.slice(1))));
} else if (command === 'gitlab' && words.length > 1) {
  write(words[0], gitlab(read(words.slice(1))));
} else {
  console.error('usage: sarif.mjs suppressed <log>... | sarif <output> <log>... | gitlab <output> <log>...');
  process.exit(2);
}

/** Our rules and results in several logs; what two target frameworks report alike is one result. */
function read(logs) {
  const rules = new Map();
  const results = new Map();
  for (const log of logs) {
    for (const run of JSON.parse(readFileSync(log, 'utf8').replace(/^\uFEFF/, '')).runs) {
      run.tool.driver.rules.filter((rule) => ours(rule.id)).forEach((rule) => rules.set(rule.id, rule));
      for (const result of run.results.filter((one) => ours(one.ruleId))) {
        const { ruleIndex, ...rest } = result;
        const relative = withRelativePaths(rest);
        results.set(JSON.stringify([result.ruleId, relative.locations, result.message.text]), relative);
      }
    }
  }

  return { rules: [...rules.values()], results: [...results.values()] };
}

function withRelativePaths(value) {
  if (Array.isArray(value)) {
    return value.map(withRelativePaths);
  }

  if (value === null || typeof value !== 'object') {
    return value;
  }

  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, name === 'uri' ? relativeUri(inner) : withRelativePaths(inner)]),
  );
}

function relativeUri(uri) {
  if (!uri.startsWith('file:')) {
    return uri;
  }

  const relative = path.relative(process.cwd(), fileURLToPath(uri));
  return relative.startsWith('..') || path.isAbsolute(relative) ? uri : relative.split(path.sep).map(encodeURIComponent).join('/');
}

function isSuppressed(result) {
  return (result.suppressions ?? []).length > 0;
}

function file(result) {
  const uri = result.locations?.[0]?.physicalLocation.artifactLocation.uri;
  return uri === undefined ? undefined : uri.startsWith('file:') ? fileURLToPath(uri) : decodeURIComponent(uri);
}

function line(result) {
  return result.locations?.[0]?.physicalLocation.region.startLine ?? 1;
}

function place(result) {
  return file(result) === undefined ? 'project' : `${file(result)}:${line(result)}`;
}

/** The log holds the justification of an attribute. That of a pragma is the comment behind it. */
function reason(result) {
  const justification = result.suppressions.map((suppression) => suppression.justification).find(Boolean);
  return justification ?? commentOfPragma(result) ?? 'no reason given';
}

function commentOfPragma(result) {
  if (file(result) === undefined || !existsSync(file(result))) {
    return undefined;
  }

  const above = readFileSync(file(result), 'utf8').split(/\r?\n/).slice(0, line(result)).reverse();
  // The nearest one above that names the rule, or no rule and so all of them. One that was restored in between says nothing any more.
  const pragma = above
    .map((text) => /^\s*#\s*pragma\s+warning\s+(disable|restore)\b([^/]*)(?:\/\/(.*))?$/.exec(text))
    .find((match) => match !== null && (match[2].trim() === '' || match[2].split(/[\s,]+/).includes(result.ruleId)));
  return pragma?.[1] === 'disable' ? pragma[3]?.trim() || undefined : undefined;
}

function sarif({ rules, results }) {
  const open = results.filter((result) => !isSuppressed(result));
  const level = (rule) =>
    open
      .filter((result) => result.ruleId === rule.id)
      .map((result) => result.level ?? 'warning')
      .reduce((worst, one) => (order.indexOf(one) > order.indexOf(worst) ? one : worst), rule.defaultConfiguration?.level ?? 'warning');
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'CdkSecurityAnalyzers',
            informationUri: 'https://github.com/cdk-security-analyzers/cdk-security-analyzers',
            rules: rules.map((rule) => ({
              id: rule.id,
              shortDescription: rule.shortDescription,
              fullDescription: rule.fullDescription,
              helpUri: rule.helpUri,
              help: { text: `${rule.fullDescription.text}\n\n${rule.helpUri}`, markdown: `${rule.fullDescription.text}\n\n[${rule.id}](${rule.helpUri})` },
              defaultConfiguration: { level: level(rule) },
              properties: {
                tags: rule.properties.tags,
                category: rule.properties.category,
                // What is reported, some run of the program does.
                precision: 'very-high',
                'security-severity': severities[level(rule)].score,
              },
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: open.map((result) => ({
          ruleId: result.ruleId,
          ruleIndex: rules.findIndex((rule) => rule.id === result.ruleId),
          level: result.level,
          message: result.message,
          locations: result.locations,
          relatedLocations: result.relatedLocations,
          properties: { issue_severity: severities[result.level].word, issue_confidence: 'HIGH' },
        })),
      },
    ],
  };
}

function gitlab({ results }) {
  const seen = new Map();
  return results
    .filter((result) => !isSuppressed(result) && file(result) !== undefined)
    .map((result) => {
      // Lines move; a finding that stays keeps its fingerprint.
      const what = `${result.ruleId}\n${file(result)}\n${result.message.text}`;
      const nth = seen.get(what) ?? 0;
      seen.set(what, nth + 1);
      return {
        check_name: result.ruleId,
        description: `${result.ruleId}: ${result.message.text}`,
        severity: severities[result.level].gitlab,
        fingerprint: createHash('sha256').update(`${what}\n${nth}`).digest('hex'),
        location: { path: file(result), lines: { begin: line(result) } },
      };
    });
}

function write(output, content) {
  writeFileSync(output, JSON.stringify(content, undefined, 2) + '\n');
}
