// SPDX-License-Identifier: Apache-2.0
// The version of errcat.
#pragma once

#ifdef _MSVC_LANG
#define ERRCAT_CPLUSPLUS _MSVC_LANG
#else
#define ERRCAT_CPLUSPLUS __cplusplus
#endif
#if ERRCAT_CPLUSPLUS < 202002L
#error "errcat needs C++20"
#endif
#undef ERRCAT_CPLUSPLUS

#define ERRCAT_VERSION_MAJOR 1
#define ERRCAT_VERSION_MINOR 1
#define ERRCAT_VERSION_PATCH 0

/// The version as one number: 10100 is 1.1.0.
#define ERRCAT_VERSION (ERRCAT_VERSION_MAJOR * 10000 + ERRCAT_VERSION_MINOR * 100 + ERRCAT_VERSION_PATCH)

/// The version as text.
#define ERRCAT_VERSION_STRING "1.1.0"
