import '@fontsource-variable/inter/wght.css';
import './mantine.css';
import './styles.css';
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startLanguage } from './i18n/language.js';
import { queryClient, router } from './router.js';
import { theme, variables } from './theme.js';
import { Clock } from './words/when.js';

await startLanguage();

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element #root');

createRoot(root).render(
  <StrictMode>
    <MantineProvider theme={theme} cssVariablesResolver={variables} defaultColorScheme="auto">
      <QueryClientProvider client={queryClient}>
        <Clock>
          <RouterProvider router={router} />
        </Clock>
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
