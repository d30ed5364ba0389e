/**
 * The house's own lint rules. Each has a name of its own, so that it can be lifted for the few folders that own the
 * thing it bans, and so that the planted breaches can ask for it by name.
 */

const calls = (object, ...names) =>
  `CallExpression[callee.object.name='${object}'][callee.property.name=/^(${names.join('|')})$/]`;
const bare = (...names) => `CallExpression[callee.name=/^(${names.join('|')})$/]`;
const member = (...names) => `CallExpression[callee.property.name=/^(${names.join('|')})$/]`;

/** A rule that reports every node one of the selectors finds. */
const ban = (message, ...selectors) => ({
  meta: { type: 'problem', schema: [], messages: { banned: message } },
  create: (context) =>
    Object.fromEntries(selectors.map((one) => [one, (node) => context.report({ node, messageId: 'banned' })])),
});

const TIMERS = ['setTimeout', 'setInterval', 'setImmediate'];

const maxImports = {
  meta: {
    type: 'suggestion',
    schema: [{ type: 'integer' }],
    messages: { many: '{{count}} imports, at most {{limit}}: this file knows too much.' },
  },
  create(context) {
    const limit = context.options[0];
    return {
      Program(node) {
        const count = node.body.filter((one) => one.type === 'ImportDeclaration').length;
        if (count > limit)
          context.report({ node, messageId: 'many', data: { count: String(count), limit: String(limit) } });
      },
    };
  },
};

export default {
  rules: {
    'no-ambient-clock': ban(
      'The time comes from the Clock port, or in with the command.',
      `NewExpression[callee.name='Date'][arguments.length=0]`,
      `CallExpression[callee.name='Date']`,
      calls('Date', 'now'),
      calls('DateTime', 'now'),
      `${calls('DateTime', 'local', 'utc')}[arguments.length=0]`,
      calls('performance', 'now'),
      `MemberExpression[object.name='process'][property.name='hrtime']`,
    ),
    'no-ambient-random': ban(
      'Ids come from the Ids port; nothing is drawn from thin air.',
      calls('Math', 'random'),
      bare('randomUUID', 'randomBytes', 'randomInt'),
      member('randomUUID', 'randomBytes', 'randomInt', 'getRandomValues'),
    ),
    'no-ambient-timer': ban(
      'What is due is on the agenda; waiting goes through the platform.',
      bare(...TIMERS),
      `CallExpression[callee.object.name=/^(globalThis|window)$/][callee.property.name=/^(${TIMERS.join('|')})$/]`,
      `ImportDeclaration[source.value=/^(node:)?timers(\\u002Fpromises)?$/]`,
    ),
    'no-process-env': ban(
      'The environment is read once, in libs/platform/src/config.',
      `MemberExpression[object.name='process'][property.name='env']`,
      `ImportDeclaration[source.value=/^(node:)?process$/] > ImportSpecifier[imported.name='env']`,
      `VariableDeclarator[init.name='process'] > ObjectPattern > Property[key.name='env']`,
    ),
    'no-forward-ref': ban('A cycle of modules is mended, not deferred.', bare('forwardRef')),
    'export-star-in-index-only': ban(`Only a lib's index.ts is a front door.`, 'ExportAllDeclaration'),
    'max-imports': maxImports,
  },
};
