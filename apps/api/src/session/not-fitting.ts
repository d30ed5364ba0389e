/** Said alike of an unknown name, a wrong password, and an account that has ended or has another password by now. */
export const notFitting = {
  code: 'sign-in-refused',
  sentence: 'This name and password do not fit. A lost password is set anew with `npm run ops -- password`.',
};
