// SPDX-License-Identifier: Apache-2.0
// The texts of an entry are values that nothing else may change.
#include <ims/errors.hpp>

#ifdef ERRCAT_TWIN
const std::string_view& text = ims::errors[ims::errc::IMG_0024].message();
#else
std::string_view& text = ims::errors[ims::errc::IMG_0024].message();
#endif
std::size_t size() { return text.size(); }
