import { useQuery } from "@tanstack/react-query";
import { answered, api } from "../../api/client";
import { keys } from "../../api/keys";

/** A period with the tag of the state that is seen; changes name that tag in ``If-Match``. */
export function usePeriod(period: string) {
  return useQuery({
    queryKey: keys.period(period),
    queryFn: async () => {
      const params = { path: { period } };
      const [found, response] = await answered(api.GET("/api/periods/{period}", { params }));
      return { period: found, tag: response.headers.get("ETag") ?? `"${found.revision}"` };
    },
  });
}
