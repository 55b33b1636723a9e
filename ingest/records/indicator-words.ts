/** Words at which the name of an indicator begins. */
export const NOUNS =
  'tỷ lệ|tỉ lệ|tỷ trọng|tỉ trọng|tỷ số|tỉ số|tỷ suất|tỉ suất|tốc độ|chỉ số|chỉ tiêu|mức giảm|mức tăng|mức sinh|mức độ|mức thu|tổng số|tổng sản phẩm|tổng vốn|tổng|số lượng|số (?:người|hộ|năm|xã|vụ|trường|giường|bác sĩ|lao động|hồ sơ|lượt|doanh nghiệp|thôn|thủ tục|học sinh|cơ sở|dân|đơn vị|thuê bao|sản phẩm)|diện tích|thu nhập|giá trị|tuổi thọ|quy mô|kim ngạch|sản lượng|năng suất|doanh thu|nguồn vốn|vốn|kinh phí|công suất|mật độ|độ che phủ|độ bao phủ|GRDP|nhu cầu|quỹ đất|nguồn thu|dư nợ|khối lượng|thời gian';

export const INDICATOR_NOUN = new RegExp(String.raw`(?:^|[\s(])(?<!lực )(?:${NOUNS})(?=\s)`, 'iu');

/** What only introduces the indicator: goals, periods, verbs of acting. */
export const INTRODUCTION =
  /^(?:(?:\s|,|;|:|\(|-|–|\+)+|(?:và|đồng thời|trong đó|trong đó có|riêng|cụ thể|cả|nhằm|để|với|có|phấn đấu|tiếp tục|bảo đảm|đảm bảo|đạt mục tiêu|mục tiêu|đến|tới|năm|dự kiến|ước|từng bước|thực hiện|hoàn thành|duy trì|giữ vững|giữ|nâng|đưa|về|còn|hết|cuối|hằng năm|hàng năm|mỗi năm|bình quân|trên địa bàn tỉnh có|trên địa bàn tỉnh|toàn tỉnh|cả tỉnh|tạo điều kiện cho|đáp ứng|quy hoạch|bố trí|mỗi|thì|sẽ|là|trong|giai đoạn|vào|khoảng|được|các|tổ chức|trung bình|ít nhất|tối thiểu|trên|dưới|đạt|theo|đạt trên|đối với|tại)(?=[\s,:;]|$))+/iu;

/** What only links the indicator to its figure. */
export const LINK =
  /(?:\s|,|:|–)+(?:(?:đạt|là|còn|chiếm|ở mức|mức|xuống|xuống còn|lên|từ|đến|tới|khoảng|trên|dưới|được|phải|mới|chỉ|vượt|sẽ|ước|duy trì|ổn định|bằng|có|tối thiểu|ít nhất|với|thêm|khoảng từ|hơn|tối đa|không quá|tương ứng|tương đương|đạt mức|cho|gồm|bao gồm|phấn đấu|dự kiến)(?:\s|:|,)*)*$/iu;

/** Verbs of change stay with the indicator: "tỷ lệ hộ nghèo giảm" is not the rate itself. */
export const CHANGE = /\s+(?:giảm|tăng)(?:\s+(?:bình quân|thêm|trung bình|ít nhất|tối thiểu))*$/iu;

export const SCOPE =
  /(?:khu vực\s+|vùng\s+|ở\s+|dân cư\s+|dân số\s+)?(thành thị|nông thôn|đô thị|miền núi|đồng bằng|(?:đồng bào )?dân tộc thiểu số(?: và miền núi)?|trung du|hải đảo)/iu;

/** A figure's noun phrase ends where the next thought begins. */
export const PHRASE_END =
  /\s*(?:[;.]|,\s*(?:trong đó|đồng thời|nhất là|đặc biệt|góp phần|phấn đấu|tiếp tục|bảo đảm|đảm bảo|dự kiến|từng bước|hướng tới|đáp ứng|giảm|tăng|và\s|riêng)|\s(?:nhằm|để|góp phần|đồng thời|như Nghị quyết|theo đúng|so với|trong giai đoạn|giai đoạn|trong năm|đến năm|vào năm|và cơ bản|và phấn đấu|và tiếp tục|và bảo đảm|và đảm bảo|và giảm|và tăng)(?![\p{L}]))/iu;

/** A predicate the last item of a list states for all of them: "… đạt chuẩn quốc gia". */
export const PREDICATE =
  /\s(?:được|đạt|có|đủ|bảo đảm|đáp ứng|tham gia|sử dụng|hoàn thành|tiếp cận|áp dụng|thực hiện)\s.*$/iu;

/** "tuyên truyền cho 100% người lao động": the percentage counts the people, not the deed. */
export const TOWARDS_PEOPLE = /(?:^|\s)(?:cho|tại|của|trong|đối với|tới|đến|với)\s*$/iu;

/** A goal right before the figure: what stands before it belongs to another thought. */
export const GOAL = /(?:^|[,;:.(]\s*|\s)(?:bảo đảm|đảm bảo|phấn đấu(?: đạt)?|duy trì|tiếp tục duy trì|có)\s*$/iu;

/** Units of size and money: what follows them is no noun they count. */
export const MEASURE = /đồng|USD|^(?:ha|km|km2|m|m2|m3|tấn|tạ|kg|MW|kWh|lần|điểm|tỷ|triệu)(?:\/|$|²)/iu;

/** "(Thủ tướng Chính phủ giao: 2,67%/năm)". */
export const SET_BY_OTHERS = /(?:\(|,\s*)[^(),]*\sgiao:?\s*$/iu;

/** What is done to the counted things: the noun phrase after the figure is the better name. */
export const ACTS =
  /^(?:hỗ trợ|xóa|xoá|giảm|tăng|đào tạo|xây dựng|tổ chức|thành lập|thu hút|huy động|đầu tư|mở|phát triển|hình thành|triển khai|trồng|cấp|bồi dưỡng|tập huấn|tuyển|đưa|tặng|có|nhân rộng|bố trí|sử dụng|công nhận|lựa chọn|chọn|cử|mời|tạo|cho)(?![\p{L}])/iu;

/** In brackets, or after "là" and the like with no new name, a count measures the same as the one before. */
export const GOES_ON = /\([^()]*$|(?:là|còn|xuống|lên|đạt|:)\s*$/iu;
